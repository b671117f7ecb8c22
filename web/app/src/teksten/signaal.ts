// Signalen: the register of the wijkteam, one signaal, and reporting one. A resident reads the part under `melden` too.
import { Getal, getal } from './woorden';

const keren = (n: number) => (n === 1 ? 'één keer gemeld' : `${getal(n)} keer gemeld`);

export const signaal = {
  menu: 'Signalen',
  meldMenu: 'Signaal melden',
  titel: 'Signalen',
  lead: (n: number) =>
    n === 0
      ? 'Er is geen signaal dat op u wacht.'
      : n === 1
        ? 'Eén signaal wacht op iemand.'
        : `${Getal(n)} signalen wachten op iemand.`,
  uitleg: 'Een signaal is geen zaak. U kijkt wat er nodig is.',
  alleenUwSoorten: 'U ziet hier de soorten die bij uw functie horen. Er kunnen andere zijn.',
  lijst: 'Register',
  getoond: (n: number, van: number) => (n === van ? String(n) : `${n} van ${van}`),
  filter: 'Filter',
  stand: 'Laat zien',
  standen: { open: 'Wat nog wacht', afgehandeld: 'Wat is afgehandeld' },
  meer: 'Laat meer zien',
  lijstFout: 'Wij kunnen de lijst nu niet ophalen.',
  soort: 'Soort',
  alleSoorten: 'Alle soorten',
  plaats: 'Postcode of plaats',
  van: 'Vanaf',
  tot: 'Tot en met',
  bron: 'Bron',
  alleBronnen: 'Alle bronnen',
  wis: 'Wis het filter',
  leegFilter: 'Geen signaal past bij dit filter.',
  leeg: 'Er is niets gemeld dat nog wacht.',
  keren,
  bronnen: {
    school: 'School',
    wijkagent: 'Wijkagent',
    woningstichting: 'Woningstichting',
    energie: 'Energiebedrijf',
    burger: 'Inwoner',
    professional: 'Professional',
  },
  betrouwbaarheid: {
    vastgesteld: 'Uit een administratie',
    eigen_waarneming: 'Zelf gezien of gehoord',
    van_horen_zeggen: 'Van anderen gehoord',
  },
  groep: 'Een groep',
  deGroep: 'de groep zelf',
  overWie: (wie: string) => `over ${wie}`,
  bekijkGroep: 'Bekijk de groep',
  bekijkAlle: 'Bekijk de signalen',
  naarHuis: (naam: string) => `Bekijk het huishouden van ${naam}`,
  waarNaartoe: 'Waar dit signaal nu ligt',
  inPlan: (namen: string) => `Plan voor ${namen}`,
  planAf: (dag: string) => `afgesloten op ${dag}`,
  nogOnbekend: 'persoon nog onbekend',
  alleenDat: 'U ziet dat dit signaal er is. De inhoud is afgeschermd.',
  erbij: (n: number) => (n === 1 ? 'Er is een nieuw signaal' : `Er zijn ${getal(n)} nieuwe signalen`),

  aandacht: 'Vraagt samen aandacht',
  aandachtRegel: (n: number, maanden: number) =>
    `${Getal(n)} signalen in ${getal(maanden)} maanden. Dat is de reden dat dit hier staat.`,
  isAfgehandeld: 'afgehandeld',
  aandachtErbij: 'Er vraagt iemand aandacht: er zijn nu meer signalen',

  een: 'Signaal',
  over: (soort: string, wie: string) => `${soort}: ${wie}`,
  meldingen: 'Wat is gemeld',
  bewarenTot: (dag: string) =>
    `Wij bewaren dit signaal tot en met ${dag}. Gebeurt er iets, dan wordt dat later.`,
  bronBeschermd:
    'Wie dit meldde, ziet alleen het wijkteam. Noem de bron niet tegen de mensen om wie het gaat.',
  geenToelichting: 'Zonder toelichting.',
  waargenomen: (dag: string) => `gezien op ${dag}`,
  ontvangen: (dag: string) => `binnen op ${dag}`,
  kenmerk: (tekst: string) => `kenmerk ${tekst}`,
  wieIsHet: 'Om wie gaat het?',
  gezegd: 'De bron zei',
  wijsAan: 'Zoek de persoon op',
  afhandelen: 'Handel af',
  afhandelenTitel: 'Wat is er gedaan?',
  afhandelenFout: 'Kies wat er is gedaan.',
  afhandelenGevolg:
    'Het signaal gaat uit het register, ook bij uw collega’s. U kunt het later weer oppakken. Wij leggen vast dat u dit deed.',
  afhandelenBevestig: 'Handel het signaal af',
  heropen: 'Pak dit weer op',
  heropenTitel: 'Waarom pakt u dit signaal weer op?',
  heropenUitleg: 'Het staat dan weer bij wat nog wacht, voor iedereen die het mag zien.',
  heropenReden: 'Reden',
  heropenLeeg: 'Schrijf op waarom.',
  heropenBevestig: 'Pak het signaal weer op',
  heropend: (wie: string, dag: string, reden: string) => `${wie} pakte dit weer op op ${dag}: ${reden}`,
  afgehandeldDoor: (wie: string, dag: string, tijd: string) => `${wie} deed dit op ${dag}, ${tijd} uur.`,
  afhandeling: {
    contact_geweest: 'Er is contact geweest',
    hulp_loopt: 'Er loopt al hulp',
    geen_actie: 'Er hoeft niets te gebeuren',
    onjuist: 'Het klopte niet',
  },
  afgehandeld: (hoe: string) => `Afgehandeld: ${hoe.toLowerCase()}.`,
  opgegaan: 'Dit hoort nu bij een ander signaal. Dat gaat over hetzelfde.',
  naarGeheel: 'Bekijk dat signaal',
  samengevoegd: (n: number) =>
    n === 1
      ? 'Er kwam een signaal bij dat over hetzelfde gaat.'
      : `Er kwamen ${getal(n)} signalen bij die over hetzelfde gaan.`,
  groepstraject: 'Start een groepstraject',
  groepstrajectTitel: 'Met wie samen?',
  groepstrajectUitleg: 'U maakt een groep en start het plan in één keer. Dit signaal hoort er dan bij.',
  start: 'Maak de groep en start het plan',
  startVanGroep: 'Start het plan van deze groep',

  melden: {
    titel: 'Maakt u zich zorgen om iemand?',
    lead: 'Laat het ons weten. Wij kijken wat er nodig is.',
    groepTitel: 'Meld een signaal over deze groep',
    groepLead: (namen: string) =>
      `Het signaal gaat over de groep van ${namen}. Loopt er een plan? Dan komt het daar.`,
    naarGroep: 'Terug naar de groep',
    beschermd:
      'Het wijkteam ziet uw naam bij deze melding. Ook wie binnen de gemeente toezicht houdt, kan die zien. Wij vertellen de persoon om wie het gaat niet wie dit meldde.',
    soort: 'Waar gaat het over?',
    kies: 'Kies een onderwerp',
    soortFout: 'Kies waar het over gaat.',
    naam: 'Hoe heet de persoon?',
    naamUitleg: 'Weet u de naam niet? Schrijf dan wat u wel weet, zoals ‘de buurvrouw op nummer 12’.',
    naamFout: 'Schrijf de naam op, of wat u wel weet.',
    geboortedatum: 'Wanneer is de persoon geboren?',
    geboortedatumUitleg: 'Bijvoorbeeld 14-3-1958. Weet u het niet precies? Schrijf dan wat u weet.',
    /** Before what somebody typed of a day that is none: it goes along with what they saw. */
    geboren: (tekst: string) => `Geboren: ${tekst}.`,
    toelichting: 'Wat ziet of hoort u?',
    toelichtingUitleg: 'Schrijf op wat u zelf ziet of hoort.',
    zelf: 'Hoe weet u dit?',
    stuur: 'Stuur uw melding',
    gevaar: 'Is er nu gevaar? Bel 112.',
    klaarTitel: 'Wij hebben uw melding',
    klaar:
      'Dank u wel. Iemand van het wijkteam kijkt ernaar. Wat wij doen, vertellen wij alleen aan de persoon zelf. Zo blijft het privé.',
    nogEen: 'Meld nog iets',
    terug: 'Terug naar het begin',
    link: 'Meld dat u zich zorgen maakt',
    zelfOver: 'Gaat het over uzelf of over uw eigen geld? Dan praten wij er samen over. Bel',
    linkUitleg: 'Maakt u zich zorgen om iemand in uw buurt? Dan kunt u dat hier melden.',
  },
};
