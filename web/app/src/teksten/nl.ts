// Every text a user reads. Parameters are functions, so that the compiler sees a forgotten one. Staff and residents both: "u".
import type { Domein, Kanaal, Urgentie, Zaakstatus } from '../api/types';
import { caseload } from './caseload';

const getallen = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];
const getal = (n: number) => getallen[n] ?? String(n);
const Getal = (n: number) => {
  const woord = getal(n);
  return woord === 'één' ? 'Eén' : woord.charAt(0).toUpperCase() + woord.slice(1);
};
const en = (namen: string[]) =>
  namen.length < 2 ? (namen[0] ?? '') : `${namen.slice(0, -1).join(', ')} en ${namen[namen.length - 1]}`;

/** What colleagues call somebody. */
const voornaam = (naam: string) => naam.split(' ')[0] ?? naam;

const wet: Record<Domein, string> = {
  wmo: 'Wet maatschappelijke ondersteuning',
  jeugd: 'Jeugdwet',
  inkomen: 'Participatiewet',
};
const status: Record<Zaakstatus, string> = {
  ontvangen: 'Ontvangen',
  verdeeld: 'Verdeeld',
  onderzoek: 'In onderzoek',
};
const kanaal: Record<Kanaal, string> = {
  balie: 'Balie',
  telefoon: 'Telefoon',
  portaal: 'Mijn Keukentafel',
  post: 'Post of e-mail',
  ketenpartner: 'Ketenpartner',
};
const urgentie: Record<Urgentie, string> = {
  gewoon: 'Gewoon',
  spoed: 'Spoed: deze week kijken',
  crisis: 'Crisis: vandaag kijken',
};

export const nl = {
  naam: 'Keukentafel',
  getal,
  Getal,
  en,
  voornaam,
  wet,
  paginatitel: (onderwerp: string) => `${onderwerp} - Keukentafel`,
  naarInhoud: 'Naar de inhoud',
  sluit: 'Sluit',
  terug: 'Nee, terug',
  bezig: 'Even wachten…',
  laden: 'Wordt geladen',
  gemeente: (naam: string) => (naam.startsWith('Gemeente') ? naam : `Gemeente ${naam}`),
  status,
  kanaal,
  urgentie,
  onbekend: 'niet bekend',
  caseload,

  menu: {
    naam: 'Hoofdmenu',
    kruimelpad: 'Kruimelpad',
    werkvoorraad: 'Werkvoorraad',
    caseload: 'Caseload',
    melding: 'Nieuwe melding',
    uitloggen: 'Uitloggen',
    ingelogd: (naam: string, rol: string) => `Ingelogd als ${naam}, ${rol}`,
  },

  verbinding: {
    maken: 'Verbinding maken…',
    weg: 'Geen verbinding.',
    stand: (tijd: string) => `U ziet de stand van ${tijd} uur.`,
    terug: 'Weer verbonden. Alles is bijgewerkt.',
    gestopt: 'De verbinding is gesloten. Laad deze pagina opnieuw.',
    laadOpnieuw: 'Laad opnieuw',
    storing: (code: string) =>
      code === 'opslag.vol'
        ? 'De opslag van de server is vol. Meld dit bij uw beheerder. Wij proberen het steeds opnieuw.'
        : 'De server werkt nu niet goed. Wij proberen het steeds opnieuw.',
    wacht: 'Geen verbinding. Wij sturen dit zodra de verbinding er weer is.',
  },

  bewaren: {
    opgeslagen: 'Alle wijzigingen zijn opgeslagen',
    bezig: 'Opslaan…',
    verbinden: 'Verbinding maken…',
    gevaar: 'Geen verbinding. Uw laatste wijzigingen zijn nog niet opgeslagen. Sluit dit venster niet.',
    nogNiet: 'Uw laatste wijzigingen zijn nog niet opgeslagen. Sluit dit venster niet.',
    geweigerd: 'Niet opgeslagen',
    geweigerdUitleg:
      'De server neemt deze tekst niet aan. Uw tekst staat nog op dit scherm. Maak een kopie voordat u dit venster sluit.',
    teGrootUitleg:
      'De laatste wijziging is te groot om op te slaan. Kopieer de tekst, laad deze pagina opnieuw en voeg de tekst in kleinere delen toe.',
    plakTeGroot: 'Deze tekst is te groot om in één keer toe te voegen. Voeg de tekst in kleinere delen toe.',
    kopieer: 'Kopieer de tekst',
    gekopieerd: 'De tekst is gekopieerd.',
  },

  sessie: {
    titel: 'U bent uitgelogd',
    uitleg: 'Log opnieuw in. Wat u schreef, staat nog op dit scherm.',
    opnieuw: (naam: string) => `Log opnieuw in als ${naam}`,
    elders: 'Log opnieuw in',
    eldersUitleg: 'Er gaat een nieuw venster open. Kom daarna hier terug.',
    mislukt: 'Inloggen lukte niet. Probeer het nog een keer.',
    bijna: 'U wordt over 2 minuten uitgelogd.',
    blijf: 'Blijf ingelogd',
  },

  weg: {
    titel: 'Deze pagina is er niet',
    uitleg: 'Of u mag haar niet zien. Klopt dat niet? Vraag het uw beheerder.',
    terug: 'Naar uw werkvoorraad',
    onbewaard:
      'Uw laatste wijzigingen in dit document zijn niet opgeslagen. Kopieer de tekst als u die nog nodig heeft.',
  },

  fout: {
    titel: 'Er ging iets mis bij ons',
    uitleg: 'Probeer het opnieuw. Lukt het dan nog niet? Bel de helpdesk.',
    opnieuw: 'Probeer opnieuw',
    aantal: (n: number) =>
      n === 1 ? 'Er klopt één ding nog niet' : `Er kloppen ${getal(n)} dingen nog niet`,
    verplicht: (wat: string) => `Vul ${wat} in.`,
    kies: (wat: string) => `Kies ${wat}.`,
  },

  demo: {
    titel: 'Wie bent u vandaag?',
    lead: 'Dit is een proefomgeving. Alle mensen en zaken zijn verzonnen. Kies een naam, dan bent u ingelogd.',
    medewerkers: 'Medewerkers',
    inwoners: 'Inwoners',
    als: (naam: string, rol: string) => `Log in als ${naam}, ${rol}`,
    leeg: 'Er zijn geen proefpersonen. Deze server draait niet als proefomgeving.',
  },

  termijn: {
    laat: (dagen: number) => (dagen === 1 ? '1 dag te laat' : `${dagen} dagen te laat`),
    vandaag: 'nog vandaag',
    nog: (dagen: number) => (dagen === 1 ? 'nog 1 dag' : `nog ${dagen} dagen`),
    uiterlijk: (datum: string) => `uiterlijk ${datum}`,
    waarom: 'waarom?',
    uitleg: (wet: string, dagen: number, ontvangen: string) =>
      `De melding kwam op ${ontvangen}. De wet geeft ons ${dagen} dagen (${wet}).`,
    uitlegKort: (ontvangen: string) => `De melding kwam op ${ontvangen}.`,
  },

  werkvoorraad: {
    titel: 'Werkvoorraad',
    groet: (naam: string, uur: number) =>
      `${uur < 6 ? 'Goedenavond' : uur < 12 ? 'Goedemorgen' : uur < 18 ? 'Goedemiddag' : 'Goedenavond'} ${voornaam(naam)}`,
    lead: (laat: number, nieuw: number, totaal: number, team: number) => {
      const verdelen =
        team === 1 ? 'Eén zaak wacht op verdeling.' : `${Getal(team)} zaken wachten op verdeling.`;
      if (totaal === 0) return team > 0 ? verdelen : 'U hebt nu geen zaken.';
      const zinnen: string[] = [];
      if (laat > 0) zinnen.push(laat === 1 ? 'Eén zaak is te laat.' : `${Getal(laat)} zaken zijn te laat.`);
      if (nieuw > 0) zinnen.push(nieuw === 1 ? 'Eén zaak is nieuw.' : `${Getal(nieuw)} zaken zijn nieuw.`);
      if (zinnen.length === 0) {
        zinnen.push(
          totaal === 1 ? 'U hebt één zaak, op tijd.' : `U hebt ${getal(totaal)} zaken, alle op tijd.`,
        );
      }
      if (team > 0) zinnen.push(verdelen);
      return zinnen.join(' ');
    },
    lijst: 'Uw zaken',
    teamlijst: 'Nog te verdelen',
    toon: (n: number) => (n === 1 ? '1 nieuwe zaak, toon' : `${n} nieuwe zaken, toon`),
    omroep: (n: number) => (n === 1 ? '1 nieuwe zaak' : `${n} nieuwe zaken`),
    nieuw: 'nieuw',
    leegTitel: 'U bent bij',
    leeg: 'Er wacht niets op u. Nieuwe zaken verschijnen hier vanzelf.',
    afgeschermd: 'afgeschermd',
    alleenDat: 'U ziet dat deze zaak loopt. De inhoud is niet voor u.',
    behandelaars: 'Behandelaars',
    niemand: 'Nog niemand',
    spoed: 'Spoed',
    crisis: 'Crisis',
    bijgewerkt: (tijd: string) => `Bijgewerkt om ${tijd} uur`,
    zonderRecht: 'U hebt geen eigen werkvoorraad.',
    zonderRechtUitleg: 'In uw rol krijgt u geen zaken toegewezen.',
  },

  melding: {
    titel: 'Nieuwe melding',
    lead: 'Zoek eerst de inwoner. Daarna schrijft u op wat er aan de hand is.',
    voorWie: 'Voor wie is de melding?',
    zoekOp: 'Zoek op',
    opBsn: 'Burgerservicenummer (BSN)',
    opNaam: 'Naam en geboortedatum',
    bsn: 'Burgerservicenummer (BSN)',
    bsnUitleg: 'Negen cijfers, op het paspoort of de zorgpas.',
    naam: 'Naam',
    naamUitleg: 'De achternaam is genoeg.',
    geboortedatum: 'Geboortedatum',
    geboortedatumUitleg: 'Bijvoorbeeld 14-03-1958',
    geboortedatumFout: 'Vul een geboortedatum in, bijvoorbeeld 14-03-1958.',
    bsnFout: 'Vul een BSN van negen cijfers in.',
    zoek: 'Zoek inwoner',
    gevonden: (n: number) => (n === 1 ? 'Eén inwoner gevonden' : `${Getal(n)} inwoners gevonden`),
    niemand: 'Geen inwoner gevonden',
    niemandUitleg: 'Kijk de gegevens na, of registreer de inwoner.',
    kiesInwoner: 'Ga verder met deze inwoner',
    kies: (naam: string) => `Kies ${naam}`,
    registreer: 'Registreer een nieuwe inwoner',
    nieuwTitel: 'Nieuwe inwoner',
    voornamen: 'Voornamen',
    voorvoegsel: 'Tussenvoegsel',
    achternaam: 'Achternaam',
    telefoon: 'Telefoonnummer',
    telefoonUitleg: 'Dan kunnen wij bellen over deze melding.',
    straat: 'Straat',
    huisnummer: 'Huisnummer',
    postcode: 'Postcode',
    plaats: 'Plaats',
    adres: 'Adres',
    adresFout: 'Vul het hele adres in, of laat het leeg.',
    hoeftNiet: '(hoeft niet)',
    bewaarInwoner: 'Registreer inwoner',
    gekozen: 'De melding gaat over',
    andereInwoner: 'Kies een andere inwoner',
    geboren: (datum: string) => `geboren op ${datum}`,
    wat: 'Wat is er aan de hand?',
    zaaktype: 'Soort melding',
    kiesZaaktype: 'een soort melding',
    kiesEerst: 'Maak een keuze',
    onderwerp: 'Onderwerp',
    onderwerpUitleg: 'Eén regel, bijvoorbeeld: de trap lukt niet meer.',
    toelichting: 'Kort verslag',
    toelichtingUitleg: 'Wat vertelt de inwoner? Schrijf geen medische gegevens op die niet nodig zijn.',
    kanaal: 'Hoe kwam de melding binnen?',
    urgentie: 'Hoe snel moet iemand kijken?',
    bewaar: 'Registreer melding',
    klaar: (nummer: string) => `Melding ${nummer} is geregistreerd`,
    klaarLead: (naam: string) =>
      `De melding over ${naam} staat in de werkvoorraad van het team. Weet u al wie het oppakt? Wijs de zaak dan toe.`,
    wijsToe: 'Wie gaat ermee aan de slag?',
    laatInTeam: 'Laat bij het team',
    naToewijzen: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'heeft' : 'hebben'} de zaak nu.`,
    bekijk: 'Bekijk de zaak',
    nogEen: 'Registreer nog een melding',
  },

  toewijzen: {
    titel: 'Wie werkt aan deze zaak?',
    uitleg: 'Wie u aanvinkt, ziet de zaak meteen in de eigen werkvoorraad.',
    legend: 'Medewerkers',
    bevestig: (namen: string[]) => (namen.length === 0 ? 'Wijs toe' : `Wijs toe aan ${en(namen)}`),
    niemand: 'Kies ten minste één medewerker.',
    knop: 'Wijzig behandelaars',
    nogmaals: 'Kijk de keuze na en wijs opnieuw toe.',
    conflict: 'Iemand anders wijzigde de zaak net. Kijk de keuze na en wijs opnieuw toe.',
  },

  zaak: {
    titel: (type: string, naam: string) => `${type} voor ${naam}`,
    titelDat: (type: string) => type,
    leadWat: (onderwerp: string) => `Melding: ${onderwerp.replace(/[.!?]$/, '')}.`,
    werken: (namen: string[]) =>
      namen.length === 0
        ? 'Nog niemand werkt aan deze zaak.'
        : namen.length === 1
          ? `${namen[0]} werkt aan deze zaak.`
          : `${en(namen)} werken aan deze zaak.`,
    gordijnTitel: 'De inhoud is afgeschermd',
    gordijn: 'U ziet dat deze zaak loopt, hoe ver zij is en wie eraan werkt. De rest is niet voor u.',
    afgeschermd: 'afgeschermd',
    voortgang: 'Voortgang van de zaak',
    stappen: {
      ontvangen: 'Melding',
      verdeeld: 'Verdeeld',
      onderzoek: 'Onderzoek',
      besluit: 'Besluit',
      klaar: 'Afgerond',
    },
    gegevens: 'Over deze zaak',
    nummer: 'Zaaknummer',
    soort: 'Soort zaak',
    status: 'Status',
    binnen: 'Binnengekomen',
    via: 'Via',
    urgentie: 'Urgentie',
    melding: 'De melding',
    geenToelichting: 'Er is geen verslag bij de melding.',
    persoon: 'Inwoner',
    behandelaars: 'Behandelaars',
    documenten: 'Documenten',
    geenDocumenten: 'Er is nog geen document dat u mag lezen.',
    nieuwVerslag: 'Nieuw gespreksverslag',
    openVerslag: 'Open verslag',
    begonnen: (datum: string) => `begonnen op ${datum}`,
    neemInBehandeling: 'Neem zaak in behandeling',
    tijdlijn: 'Tijdlijn',
    tafel: 'Nu aan tafel',
    u: (naam: string) => `${naam} (u)`,
    ikzelf: 'U',
    komtErbij: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'schuift' : 'schuiven'} aan`,
    gaatWeg: (namen: string[]) => `${en(namen)} ${namen.length === 1 ? 'gaat' : 'gaan'} van tafel`,
    anderen: (n: number) => `en ${n} anderen`,
    netGewijzigd: 'net gewijzigd',
    bekijk: 'Bekijk',
    enAndere: (n: number) => (n === 1 ? 'En 1 andere wijziging.' : `En ${n} andere wijzigingen.`),
    sluitMelding: 'Sluit deze melding',
    iemand: 'Iemand',
    magNiet: 'U kunt dit lezen, maar niet wijzigen.',
  },

  /** What happened, as a sentence: who did it is named first. */
  gebeurtenis: (soort: string, wie: string, namen: string[]) => {
    switch (soort) {
      case 'MeldingGeregistreerd':
        return `${wie} registreerde de melding`;
      case 'ZaakToegewezen':
        return namen.length > 0 ? `${wie} wees deze zaak toe aan ${en(namen)}` : `${wie} wees deze zaak toe`;
      case 'InBehandelingGenomen':
        return `${wie} nam deze zaak in behandeling`;
      case 'PersoonGeregistreerd':
        return `${wie} registreerde de inwoner`;
      case 'TelefoonGewijzigd':
        return `${wie} wijzigde het telefoonnummer`;
      case 'GesprekGeopend':
        return `${wie} begon een gesprek`;
      case 'DocumentGeopend':
        return `${wie} begon een gespreksverslag`;
      case 'DeelnemerToegevoegd':
        return `${wie} nodigde iemand uit`;
      case 'DeelnemerVerwijderd':
        return `${wie} haalde iemand van het gesprek`;
      default:
        return `${wie} wijzigde deze zaak`;
    }
  },

  verslag: {
    nieuwTitel: 'Wie doen mee aan dit verslag?',
    nieuwUitleg: 'Alleen wie u hier aanvinkt, kan het verslag lezen en schrijven.',
    begin: 'Begin gespreksverslag',
    ikAltijd: 'U doet altijd mee.',
  },

  document: {
    paginatitel: (titel: string, naam: string) => (naam ? `${titel} ${naam}` : titel),
    laden: 'Het document wordt geopend',
    opmaak: 'Opmaak',
    vet: 'Vet',
    cursief: 'Cursief',
    kop: 'Tussenkop',
    lijst: 'Opsomming',
    nummering: 'Nummering',
    citaat: 'Citaat',
    ongedaan: 'Ongedaan maken',
    opnieuw: 'Opnieuw',
    afdrukken: 'Afdrukken',
    ganaar: (naam: string) => `Ga naar ${voornaam(naam)}`,
    uitleg: 'Met Escape gaat u naar de werkbalk. Met Ctrl en S hoort u of alles is opgeslagen.',
    tekst: (titel: string) => `Tekst van het ${titel.toLowerCase()}`,
    auteurs: 'Toon wie wat schreef',
    alineaVan: (naam: string) => `Deze alinea: ${naam}`,
    vasteKop: 'Vaste kop',
    veldLeeg: 'nog niet bekend',
    bron: (bron: string, datum: string) => `${bron}, ${datum}`,
    evenWeg: 'even weg',
    schrijft: 'schrijft mee',
    deelnemers: 'Deelnemers',
    zaken: 'Hoort bij',
    zaak: (nummer: string) => `Zaak ${nummer}`,
    invullen: (n: number) => `Nog in te vullen (${n})`,
    allesIngevuld: 'Alle onderdelen zijn ingevuld',
    leeg: 'Nog leeg',
    inwoner: 'Inwoner',
    bevroren: 'Dit document ligt vast. U kunt het alleen lezen.',
  },

  portaal: {
    titel: 'Mijn zaken',
    groet: (naam: string) => `Dag ${voornaam(naam)}`,
    lead: (n: number) =>
      n === 0
        ? 'U hebt nu geen zaken bij ons.'
        : n === 1
          ? 'U hebt één zaak bij ons.'
          : `U hebt ${getal(n)} zaken bij ons.`,
    zaken: 'Uw zaken',
    zin: (status: Zaakstatus, namen: string[]) => {
      const wie = en(namen);
      const meer = namen.length > 1;
      switch (status) {
        case 'ontvangen':
          return 'Wij hebben uw melding. Wij kijken wie u gaat helpen.';
        case 'verdeeld':
          return `${wie} ${meer ? 'gaan' : 'gaat'} u helpen. U krijgt bericht voor een gesprek.`;
        case 'onderzoek':
          return `${wie} ${meer ? 'zijn' : 'is'} met uw melding bezig.`;
      }
    },
    uiterlijk: (datum: string) => `U hoort uiterlijk op ${datum} van ons.`,
    nummer: (nummer: string) => `Uw zaaknummer is ${nummer}.`,
    stappen: {
      ontvangen: 'Wij hebben uw melding',
      verdeeld: 'Wij kiezen wie u helpt',
      onderzoek: 'Wij praten met u',
      besluit: 'Wij beslissen',
    },
    nu: 'nu',
    klaar: 'klaar',
    wieBenIk: 'Uw gegevens',
    ingelogd: (naam: string) => `U bent ingelogd als ${naam}.`,
    gewijzigd: 'Er is iets nieuws in uw zaak.',
    hulp: 'Hulp nodig?',
    hulpUitleg: 'Bel ons op werkdagen van 9 tot 17 uur. U kunt ook langskomen bij de balie.',
    uitgelogd: 'U bent uitgelogd',
    uitgelogdUitleg: 'Log opnieuw in om uw zaken te zien.',
    inloggen: 'Log opnieuw in',
  },
};
