// What a resident reads about who looked at their dossier (B1), and what the privacy officer reads about the trail.

const keer = (n: number) => (n === 1 ? 'één keer' : `${n} keer`);

export const sporen = {
  inzage: {
    toelichting: (tekst: string) => `Waarom? “${tekst}”`,
    titel: 'Wie keek in uw dossier',
    lead: 'Hier ziet u wie van de gemeente naar uw gegevens keek, en waarom.',
    uitleg: 'Wat u zelf bekijkt, staat er niet bij.',
    soms: 'Soms tonen wij iets nog niet, zoals bij een onderzoek dat nog loopt. De privacyfunctionaris let daarop.',
    leeg: 'In deze dagen keek er niemand naar uw gegevens.',
    vanaf: (dag: string) => `U ziet alles vanaf ${dag}.`,
    eerder: 'Toon eerdere dagen',
    mislukt: 'Wij kunnen dit nu niet tonen. Probeer het later nog eens.',
    nieuw: 'Er keek zojuist iemand naar uw gegevens.',
    wie: (naam: string | null | undefined, rol: string, afdeling: string | null | undefined) => {
      const functie =
        afdeling && !rol.toLowerCase().includes(afdeling.toLowerCase()) ? `${rol}, ${afdeling}` : rol;
      return naam ? `${naam} (${functie})` : `Een ${functie}`;
    },
    deed: (gewijzigd: boolean, deel: string) => (gewijzigd ? `veranderde ${deel}` : `keek naar ${deel}`),
    tijd: (van: string, tot: string, n: number) =>
      van === tot ? `Om ${van} uur` : `Tussen ${van} en ${tot} uur, ${keer(n)}`,
    glas: 'Met spoed geopend',
    vraag: 'Klopt er iets niet?',
    vraagUitleg: 'Vindt u dat iemand niet mocht kijken? Bel ons en vraag naar de privacyfunctionaris.',
    start: 'Wie keek in uw dossier',
    startUitleg: 'U kunt zien wie van de gemeente naar uw gegevens keek.',
    startKnop: 'Bekijk wie keek',
    terug: 'Terug naar uw zaken',
  },
  spoor: {
    titel: 'Auditspoor',
    lead: 'Wie deed wat, wanneer en waarom. Nooit de inhoud. Dat u dit leest, staat zelf ook in het spoor.',
    zoeken: 'Over wie?',
    zoekUitleg: 'Zoek een persoon op BSN, of op naam en geboortedatum.',
    alleen: (naam: string) => `U ziet alleen regels over ${naam}.`,
    wis: 'Toon regels over iedereen',
    filter: 'Filter',
    filterUitleg:
      'Het filter zoekt in het hele spoor. In de lijsten Medewerker en Handeling staan alleen namen uit de regels die u hier al zag. Laad meer regels als er iets ontbreekt.',
    dagUitleg: 'Bijvoorbeeld 30-11-2026',
    dagFout: 'Vul een dag in, bijvoorbeeld 30-11-2026.',
    medewerker: 'Medewerker',
    handeling: 'Handeling',
    uitkomst: 'Uitkomst',
    alles: 'Alle',
    van: 'Vanaf',
    tot: 'Tot en met',
    object: 'Object',
    objectUitleg: 'Bijvoorbeeld zaak/ met het nummer uit het adres.',
    toon: 'Toon',
    meer: 'Toon meer',
    leeg: 'Er zijn geen regels die hieraan voldoen.',
    lijst: 'Regels van het auditspoor',
    kolommen: {
      wanneer: 'Wanneer',
      wie: 'Wie',
      wat: 'Wat',
      over: 'Over wie',
      waarom: 'Grond',
      uitkomst: 'Uitkomst',
    },
    niemand: 'niet ingelogd',
    hetSysteem: 'het systeem',
    namens: (naam: string) => `namens ${naam}`,
    systeem: (naam: string) => `via ${naam}`,
    achtergehouden: 'niet getoond aan de inwoner',
    naamloos: 'naam niet bekend',
    uitkomsten: { gelukt: 'Gelukt', geweigerd: 'Geweigerd', afgebroken: 'Afgebroken' },
  },
};
