// Groepen and plans.
import { en, Getal, getal } from './woorden';

export const plan = {
  menu: 'Plannen',
  titel: 'Plannen',
  lead: (n: number) =>
    n === 0
      ? 'U doet nog niet mee aan een plan.'
      : n === 1
        ? 'U doet mee aan één plan.'
        : `U doet mee aan ${getal(n)} plannen.`,
  nieuweGroep: 'Nieuwe groep',
  regie: 'Plannen die u leidt',
  deelname: 'Plannen waar uw zaak in zit',
  eerder: 'Afgesloten plannen',
  groepen: 'Groepen zonder plan',
  voor: (namen: string[]) => `Plan voor ${en(namen)}`,
  namenVan: (namen: string[]) => en(namen),
  geleid: (naam: string) => `${naam} is verantwoordelijk`,
  sinds: (dag: string) => `sinds ${dag}`,
  open: (doelen: number, acties: number) =>
    `${Getal(doelen)} open ${doelen === 1 ? 'doel' : 'doelen'}, ${getal(acties)} open ${acties === 1 ? 'actie' : 'acties'}`,
  erbij: 'Uw zaak is opgenomen in een plan',
  leeg: 'Hier staat een plan zodra u er een leidt, of zodra een zaak van u erin zit.',

  groep: {
    nieuw: 'Nieuwe groep',
    lead: 'Kies zelf wie u samen wilt zien. Dat hoeft niet het hele huishouden te zijn.',
    leden: 'Leden van de groep',
    niemand: 'Nog niemand gekozen.',
    gekozen: (naam: string) => `${naam} staat nu bij de leden`,
    haalWeg: (naam: string) => `Haal ${naam} weg`,
    voegToe: 'Wie hoort erbij?',
    zoekNaam: 'Naam of BSN',
    uitHuishouden: 'Maak een groep uit dit huishouden',
    voorstel: 'Voorstel uit dit huishouden',
    voorstelUitleg: 'Haal het vinkje weg bij wie er niet bij hoort.',
    waaromKop: 'Waarom deze groep?',
    waarom: 'Waarom wilt u deze mensen samen zien?',
    waaromUitleg:
      'Nodig als u nog niet voor al deze mensen werkt. Wie u nog niet kende, leest dit terug bij “Wie keek in uw dossier”. Schrijf dus niet op wie iets meldde.',
    waaromUitlegSignaal:
      'Nodig als u nog niet voor al deze mensen werkt. De mensen zelf lezen dit niet terug, omdat er een signaal is.',
    waaromGezegd: (tekst: string) => `Waarom deze groep er is: ${tekst}`,
    maak: (namen: string[]) => (namen.length === 0 ? 'Maak de groep' : `Maak de groep van ${en(namen)}`),
    bestaatAl: 'Naar de groep die er al is',
    titel: (namen: string[]) => `Groep van ${en(namen)}`,
    participanten: 'Om de groep heen',
    participantUitleg: 'Iemand die helpt, zoals een buurman. Deze persoon is geen lid van de groep.',
    hoedanigheid: 'Als wat?',
    hoedanigheidUitleg: 'Bijvoorbeeld buurman of mentor.',
    voegParticipantToe: 'Zet erbij',
    start: 'Start het plan',
    looptAl: 'Naar het plan dat loopt',
    eerdere: 'Eerdere plannen',
    meldSignaal: 'Meld een signaal over deze groep',
    aanleiding: 'Deze groep is gemaakt naar aanleiding van een signaal:',
  },
  aanleiding: 'Dit plan is begonnen naar aanleiding van een signaal:',

  begonnenOp: (dag: string) => `Dit plan is begonnen op ${dag}.`,
  regisseurs: 'Regisseurs',
  verantwoordelijk: 'verantwoordelijk',
  voegRegisseurToe: 'Vraag een regisseur erbij',
  draagOver: (naam: string) => `Draag over aan ${naam}`,
  verwijder: (naam: string) => `Haal ${naam} van dit plan`,
  geenRegisseurs: 'Er is geen andere regisseur om te vragen.',
  leden: 'Groep',
  bekijkGroep: 'Bekijk de groep',
  deelLead: (naam: string) =>
    `${naam} leidt dit plan. U ziet wat voor de groep is, en wat is voor wie u werkt.`,

  zonderRegisseur:
    'Dit plan heeft nu geen regisseur die verantwoordelijk is. Tot er een nieuwe is, is het wijkteam verantwoordelijk.',
  deelZonderRegisseur:
    'Dit plan heeft nu geen regisseur. Tot er een nieuwe is, is het wijkteam verantwoordelijk. U ziet wat voor de groep is, en wat is voor wie u werkt.',

  doel: 'Doel',
  doelen: 'Doelen',
  geenDoelen: 'Er is nog geen doel.',
  nieuwDoel: 'Nieuw doel',
  doelTitel: 'Wat willen zij bereiken?',
  doelTekst: 'Het doel',
  voorWie: 'Voor wie?',
  voorGroep: 'de hele groep',
  persoonlijk: 'persoonlijk',
  persoonlijkUitleg: 'Een doel voor één persoon ziet alleen die persoon, en wie voor die persoon werkt.',
  stel: 'Stel het doel',
  behaald: 'Behaald',
  vervallen: 'Vervallen',
  vervallenTitel: 'Doel laten vervallen?',
  vervallenUitleg: 'Het doel blijft in het plan te lezen. U kunt het later weer oppakken.',
  laatVervallen: 'Laat vervallen',
  heropen: 'Pak weer op',
  tochBehaaldTitel: (namen: string[]) =>
    `${en(namen)} ${namen.length === 1 ? 'is' : 'zijn'} het niet eens met dit doel. Toch behaald?`,
  tochBehaald: 'Ja, behaald',

  acties: 'Acties',
  geenActies: 'Er is nog geen actie.',
  nieuweActie: 'Nieuwe actie',
  actieTitel: 'Wie doet wat?',
  actieTekst: 'De actie',
  actieUitleg: 'Eén regel is genoeg.',
  bijDoel: 'Bij welk doel?',
  geenDoel: 'Bij geen doel',
  eigenaar: 'Wie doet het?',
  eigenaarUitleg: 'U ziet alleen wie dit in het plan mag lezen.',
  voorVolgtDoel: 'Dit volgt uit het doel dat u koos.',
  datum: 'Wanneer?',
  datumUitleg: 'Bijvoorbeeld 10-12-2026.',
  datumFout: 'Vul een datum in, zoals 10-12-2026.',
  herinnering: 'Herinnering op',
  leg: 'Leg de actie vast',
  heropenActieTitel: 'Zet u deze actie weer open?',
  heropenActieUitleg:
    'De dag waarop zij gedaan was, verdwijnt. Wie haar in het portaal ziet, ziet meteen dat zij weer open staat.',
  heropenActie: 'Zet weer open',
  gedaan: (wat: string) => `Gedaan: ${wat}`,
  gedaanOp: (dag: string) => `gedaan op ${dag}`,
  herinnerd: 'Herinnering',
  wie: (naam: string) => `door ${naam}`,

  zaken: 'Zaken in dit plan',
  geenZaken: 'Er zit nog geen zaak in dit plan.',
  neemZaakOp: 'Neem een lopende zaak op',
  neemOp: 'Neem op',
  zaakTitel: 'Welke zaak hoort erbij?',
  zaakUitleg: 'Wie de zaak behandelt, ziet meteen dat zij in het plan zit. U krijgt er geen inhoud bij.',
  geenAndere: 'Er loopt geen andere zaak van deze personen.',
  haalUit: 'Haal uit het plan',

  signalen: 'Signalen',
  geenSignalen: 'Er is geen signaal in dit plan.',
  signaalErbij: 'Er is een signaal bij gekomen',

  tijdlijn: 'Tijdlijn',
  filter: 'Toon',
  vanaf: 'Vanaf',
  totEnMet: 'Tot en met',
  filters: {
    alles: 'alles',
    doelen: 'doelen',
    acties: 'acties',
    zaken: 'zaken',
    contacten: 'contacten',
    signalen: 'signalen',
    regie: 'regie',
  },
  niets: 'Hierover is nog niets gebeurd.',
  eerderGebeurd: 'Toon wat eerder gebeurde',

  portaal: {
    niet: 'Nog niet te zien in het portaal.',
    achter: (dag: string) => `Achtergehouden in het portaal tot en met ${dag}.`,
    reden: (reden: string) => `Reden: ${reden}`,
    herzien: (dag: string) => `Opnieuw bekijken op ${dag}.`,
    herzienNu: 'Bekijk dit opnieuw',
    houd: 'Houd achter',
    houdNaam: (wat: string) => `Houd achter in het portaal: ${wat}`,
    wijzig: 'Wijzig',
    wijzigNaam: (wat: string) => `Wijzig het achterhouden: ${wat}`,
    deel: 'Laat zien',
    deelNaam: (wat: string) => `Laat zien in het portaal: ${wat}`,
    titel: 'Wat houdt u achter in het portaal?',
    uitleg:
      'De leden van de groep zien dit dan niet. Zij merken ook niet dat er iets is achtergehouden. Na de laatste dag zien zij het wel.',
    welke: (wat: string) => `U houdt achter: ${wat}`,
    waarom: 'Waarom?',
    totEnMet: 'Laatste dag',
    totUitleg: 'Op zijn laatst over een half jaar.',
    herzienOp: 'Wanneer kijkt u er opnieuw naar?',
    meteen: 'Houd dit nog achter in het portaal',
    meteenUitleg: 'Anders zien de leden van de groep dit meteen.',
    persoonlijkMeteen:
      'Deze persoon ziet dit meteen in het portaal. Wat persoonlijk is, kunt u niet achterhouden.',
    stuur: 'Houd achter',
  },

  bijdrage: {
    instemming: { eens: 'is het eens', oneens: 'is het niet eens', opmerking: 'zegt hierover' },
    zegt: (naam: string, wat: string) => `${naam} ${wat}`,
    nieuw: 'Nog niet gelezen',
    gelezen: (naam: string, dag: string) => `Gelezen door ${naam} op ${dag}`,
    lees: 'Gelezen',
    reactieNaam: (naam: string, doel: string, plek: number | undefined) =>
      `${plek ? `reactie ${plek}` : 'de reactie'} van ${naam} op: ${doel}`,
    leesNaam: (reactie: string) => `Gelezen: ${reactie}`,
    isGelezen: (naam: string) => `U hebt de reactie van ${naam} gelezen`,
    isBeantwoord: (naam: string) => `Uw antwoord aan ${naam} is verstuurd`,
    herschreven: (dag: string) => `Het doel is daarna anders opgeschreven, op ${dag}`,
    beantwoord: 'Beantwoord',
    beantwoordNaam: (reactie: string) => `Beantwoord ${reactie}`,
    antwoordTitel: (naam: string) => `Wat antwoordt u ${naam}?`,
    antwoordUitleg: (naam: string) => `${naam} leest dit in het portaal, met uw naam.`,
    antwoord: 'Uw antwoord',
    antwoordLeeg: 'Schrijf uw antwoord op.',
    antwoordVan: (naam: string, dag: string) => `Antwoord van ${naam} op ${dag}`,
    stuur: 'Verstuur',
    gemeld: (naam: string, dag: string) => `${naam} meldde op ${dag} dat dit gedaan is`,
    wacht: 'Wacht op uw bevestiging',
    nogNiet: (naam: string, dag: string) => `${naam} zegt op ${dag}: nog niet gedaan`,
    gezien: 'Gezien, blijft open',
    gezienNaam: (wat: string) => `Gezien, blijft open: ${wat}`,
    isGezien: (naam: string) => `U hebt gezien wat ${naam} zegt. De actie blijft open`,
    heropend: (dag: string) => `Weer open gezet op ${dag}`,
    bevestig: 'Bevestig',
    bevestigTitel: 'Is dit gedaan?',
    bevestigUitleg: (naam: string) => `${naam} leest dit meteen in het portaal.`,
    bevestigJa: 'Ja, dit is gedaan',
    bevestigNaam: (wat: string) => `Bevestig dat dit gedaan is: ${wat}`,
    isBevestigd: (wat: string) => `U hebt bevestigd dat dit gedaan is: ${wat}`,
    isGevraagd: (naam: string) => `Uw vraag aan ${naam} is verstuurd`,
    vraagDoor: 'Vraag door',
    vraagDoorNaam: (wat: string) => `Vraag door over: ${wat}`,
    vraagTitel: (naam: string) => `Wat wilt u ${naam} vragen?`,
    vraagUitleg: (naam: string) =>
      `${naam} leest uw vraag in het portaal, met uw naam. De actie staat dan weer open.`,
    vraag: 'Uw vraag',
    vraagLeeg: 'Schrijf uw vraag op.',
    vraagVan: (naam: string, dag: string) => `${naam} vroeg op ${dag}`,
  },

  meekijken: {
    titel: 'Meekijken in de groep',
    uitleg: 'Wat leden van de groep elkaar zelf laten zien. Wie meekijkt, weet niet tot wanneer.',
    deel: (van: string, aan: string) => `${van} laat ${aan} het eigen deel van dit plan zien.`,
    zaak: (van: string, aan: string, soort: string, nummer: string) =>
      `${van} laat ${aan} weten dat deze zaak loopt: ${soort}, ${nummer}.`,
    begint: (dag: string) => `Bedenktijd tot ${dag}.`,
    tot: (dag: string) => `Tot en met ${dag}.`,
    gestopt: 'Gestopt.',
    stop: 'Stop dit',
    stopTitel: 'Waarom stopt u dit?',
    stopUitleg:
      'Wie meekijkt, ziet het dan meteen niet meer en hoort er niets van. Wie liet meekijken, ziet dat het is gestopt. Uw reden leest de groep niet.',
    waarom: 'Reden',
  },

  sluit: 'Sluit het plan af',
  sluitTitel: 'Wat heeft dit plan opgeleverd?',
  sluitUitleg: 'Het plan blijft te lezen. De groep kan daarna een nieuw plan starten.',
  resultaat: 'Het resultaat',
  afgesloten: (dag: string) => `Dit plan is afgesloten op ${dag}.`,
};

/** That something is done, of what a lid was to do: who leads the plan says so. */
export const BEVESTIGD = 'ActieBevestigd';

/** What happened in a plan, as a sentence: who did it is named first. */
export const planGebeurtenis = (
  soort: string,
  wie: string,
  namen: string[],
  tekst: string | undefined,
): string => {
  const wat = tekst ? `: ${tekst}` : '';
  switch (soort) {
    case 'PlanBegonnen':
      return `${wie} startte het plan`;
    case 'RegisseurToegevoegd':
      return `${wie} vroeg ${en(namen)} erbij als regisseur`;
    case 'RegisseurVertrokken':
      return `${en(namen)} is geen regisseur meer`;
    case 'RegieOvergedragen':
      return `${namen[1] ?? wie} is verantwoordelijk, na ${namen[0] ?? wie}`;
    case 'DoelGesteld':
      return `${wie} stelde een doel${wat}`;
    case 'DoelGewijzigd':
      return `${wie} wijzigde een doel${wat}`;
    case 'DoelAfgerond':
      return `${wie} rondde een doel af${wat}`;
    case 'DoelHeropend':
      return `${wie} pakte een doel weer op${wat}`;
    case 'ActieVastgelegd':
      return `${wie} legde een actie vast${wat}`;
    case 'ActieGedaan':
      return `${wie} meldde een actie gedaan${wat}`;
    case BEVESTIGD:
      return `${wie} bevestigde dat een actie gedaan is${wat}`;
    case 'ActieHeropend':
      return `${wie} zette een actie open${wat}`;
    case 'DoelreactieGegeven':
      return `${wie} reageerde op een doel${wat}`;
    case 'DoelreactieGelezen':
      return `${wie} las een reactie op een doel`;
    case 'DoelreactieBeantwoord':
      return `${wie} beantwoordde een reactie op een doel${wat}`;
    case 'ActieGemeld':
      return `${wie} meldde een eigen actie gedaan${wat}`;
    case 'ActieNogNietGedaan':
      return `${wie} zei dat een actie nog niet gedaan is${wat}`;
    case 'ActieDoorgevraagd':
      return `${wie} vroeg door over een actie${wat}`;
    case 'ActieOvergedragen':
      return `Een actie ging van ${namen[0] ?? wie} naar ${namen[1] ?? wie}`;
    case 'OnderdeelAchtergehouden':
      return `${wie} hield iets achter in het portaal`;
    case 'OnderdeelGedeeld':
      return `${wie} liet iets zien in het portaal`;
    case 'ZaakGekoppeld':
      return `${wie} nam een zaak op${wat}`;
    case 'ZaakOntkoppeld':
      return `${wie} haalde een zaak uit het plan${wat}`;
    case 'SignaalGeland':
      return 'Er kwam een signaal binnen';
    case 'GlasGebroken':
      return `${wie} keek in nood mee in dit plan`;
    case 'PlanAfgesloten':
      return `${wie} sloot het plan af${wat}`;
    default:
      return `${wie} wijzigde het plan`;
  }
};

/** What happened beside the plan: to a zaak that is in it, as far as one may know, or in a contact. */
export const planMoment = (soort: string, wie: string, namen: string[], zaak: string | undefined): string => {
  const welke = zaak ?? 'Een zaak';
  switch (soort) {
    case 'MeldingGeregistreerd':
      return `${welke} kwam binnen`;
    case 'ZaakToegewezen':
      return `${welke} is van ${en(namen)}`;
    case 'ZaakVrijgegeven':
      return `${welke} wacht weer op verdeling`;
    case 'InBehandelingGenomen':
      return `${welke} is in behandeling`;
    case 'ContactGeregistreerd':
      return `${wie} legde een contact vast`;
    default:
      return `${welke} is gewijzigd`;
  }
};
