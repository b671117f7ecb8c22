// The room around the table: looking for something, what one is told, who one is here, and which key does what.
import { en, getal } from './woorden';

const meervoud = (n: number, een: string, meer: string) => (n === 1 ? `1 ${een}` : `${n} ${meer}`);

export const palet = {
  zoek: 'Zoek zaak of persoon',
  zoekPagina: 'Zoek een pagina',
  titel: 'Zoeken en doen',
  veld: 'Wat zoekt u?',
  uitleg: 'Zaaknummer, onderwerp, naam of pagina',
  uitlegPagina: 'Naam van een pagina',
  lijst: 'Resultaten',
  sluit: 'Sluit zoeken',
  groep: {
    zaken: 'Zaken',
    mensen: 'Mensen voor wie u werkt',
    paginas: 'Ga naar',
    doen: 'Doen',
  },
  plek: {
    huishouden: 'Huishouden',
    zaak: 'Zaak',
    plan: 'Plan',
    groep: 'Groep',
    rekening: 'Rekening',
  },
  geboren: (dag: string) => `geboren op ${dag}`,
  klinktAls: 'klinkt als uw zoekwoord',
  zoekt: 'Zoeken…',
  mislukt: 'Zoeken in uw werk lukt nu niet. Pagina’s vindt u wel.',
  bsn: 'Een BSN zoekt u hier niet. Dat doet u bij een nieuwe melding of aan de balie.',
  geen: 'Niets gevonden in uw werk.',
  geenTip: 'Probeer een zaaknummer, een deel van een naam of een woord uit het onderwerp.',
  telling: (zaken: number, mensen: number, rest: number) => {
    const delen = [
      zaken > 0 ? meervoud(zaken, 'zaak', 'zaken') : undefined,
      mensen > 0 ? meervoud(mensen, 'persoon', 'personen') : undefined,
      rest > 0 ? meervoud(rest, 'pagina of actie', 'pagina’s en acties') : undefined,
    ].filter((deel) => deel !== undefined);
    return delen.length === 0 ? undefined : `${en(delen)} gevonden.`;
  },
  meer: 'Er is meer. Typ meer letters.',
  toetsen: ['Pijltjes: kies', 'Enter: open', 'Esc: sluit'],
  groepVormen: 'Vorm een groep',
};

export const schil = {
  hulp: 'Sneltoetsen',
  hulpUitleg: 'Deze toetsen werken op elke pagina, behalve als u typt.',
  enkel: 'Losse letters gebruiken als sneltoets',
  enkelUit: 'De losse letters staan uit. Ctrl + K werkt altijd.',
  openPalet: 'Zoeken en doen',
  toonHulp: 'Deze lijst tonen',
  ctrl: 'Ctrl',
  u: 'Uw menu:',
  thema: 'Weergave',
  themas: { systeem: 'Zoals uw computer', licht: 'Licht', donker: 'Donker' },
  themaUitleg: 'Deze keuze geldt op dit apparaat. Grootte van letters en beweging volgen uw computer.',
  wordt: { systeem: 'Weergave: zoals uw computer', licht: 'Weergave: licht', donker: 'Weergave: donker' },
};

export const bel = {
  /** As it stands on the button: what one sees is what one hears. */
  aantal: (n: number) => (n > 99 ? '99+' : String(n)),
  knop: (n: number) => (n === 0 ? 'Berichten' : `Berichten, ${bel.aantal(n)} nieuw`),
  titel: 'Berichten',
  leeg: 'Er is niets nieuws voor u.',
  leegUitleg: 'Nieuwe zaken, taken en vragen verschijnen hier vanzelf.',
  gelezen: 'Gelezen',
  gelezenLang: (wat: string) => `Gelezen: ${wat}`,
  soort: {
    glas: 'Meegekeken in nood',
    genoemd: 'U bent genoemd',
    bijdrage: 'Uit uw plannen',
    zaak: 'Nieuwe zaken',
    brief: 'Brieven',
    signaal: 'Signalen',
    gesprek: 'Gesprekken',
    doen: 'Taken en acties voor u',
    toestemming: 'Antwoord op uw vraag',
    vervanging: 'Vervanging',
  },
  brief: 'De mail over een brief kwam niet aan. Verstuur de brief per post.',
  gesprek: (wanneer: string, met: string | undefined) =>
    `Er staat een gesprek${met ? ` met ${met}` : ''} gepland: ${wanneer}.`,
  afgezegd: (wanneer: string, met: string | undefined) =>
    `Het gesprek${met ? ` met ${met}` : ''} gaat niet door: ${wanneer}.`,
  bijdrage: {
    doelreactie: 'Iemand uit een plan van u zegt iets over een doel.',
    actiemelding: 'Iemand uit een plan van u meldt dat iets gedaan is.',
    nog_niet: 'Iemand uit een plan van u zegt dat iets nog niet gedaan is.',
  },
  genoemd: (naam: string) => `${naam} noemt u in een opmerking bij een verslag.`,
  glas: (naam: string) => `${naam} keek in nood mee in uw plan.`,
  toestemming: {
    geldt: 'U kreeg toestemming om mee te lezen.',
    geweigerd: 'U kreeg geen toestemming om mee te lezen.',
    ingetrokken: 'Uw toestemming om mee te lezen is ingetrokken.',
    voorbij: 'Uw toestemming om mee te lezen is voorbij.',
  },
  vervangt: (naam: string, dag: string) => `U vervangt ${naam} tot en met ${dag}.`,
  erbij: (n: number) => (n === 1 ? '1 nieuw bericht' : `${getal(n)} nieuwe berichten`),
};
