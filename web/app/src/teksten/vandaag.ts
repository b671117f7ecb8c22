// The page on which one starts: what needs somebody now, in a sentence first.
import type { Rol } from '../api/types';
import { Getal } from './woorden';

/** A sentence of which the number is a link: what stands before it, what one presses, what comes after. */
export type Zin = [string, string, string];

const zin = (n: number, een: string, meer: string, naEen: string, naMeer: string): Zin => [
  '',
  n === 1 ? `Eén ${een}` : `${Getal(n)} ${meer}`,
  n === 1 ? ` ${naEen}.` : ` ${naMeer}.`,
];

const LEEG: Partial<Record<Rol, string>> = {
  functioneel_beheerder: 'Er wacht niets op u. U kunt bekijken welke rol wat mag.',
  privacyfunctionaris: 'Er is nu niets na te kijken.',
  ketenpartner: 'Er wacht niets op u. Maakt u zich zorgen om iemand? Meld het ons.',
  trajectbegeleider: 'Er komt nu nog geen werk bij u binnen. U kunt wel een signaal melden.',
  toetser: 'Er wacht geen besluit op uw oordeel.',
};

export const vandaag = {
  menu: 'Vandaag',
  titel: 'Vandaag',
  eerst: 'Nu eerst',
  alle: (n: number) => (n === 1 ? 'Naar uw zaak' : `Alle ${n} zaken`),
  naarLijst: 'Naar de caseload',
  meer: (n: number) => (n === 1 ? 'Nog 1 in uw lijsten' : `Nog ${n} in uw lijsten`),
  nogSignalen: (n: number) => (n === 1 ? 'En nog 1 signaal dat wacht' : `En nog ${n} signalen die wachten`),
  bezig: 'Waar u mee bezig bent',
  bezigMeer: (n: number) => (n === 1 ? 'Nog 1 zaak in uw werkvoorraad' : `Nog ${n} zaken in uw werkvoorraad`),
  begonnen: (naam: string) => `U bent begonnen met de zaak van ${naam}. Uw collega’s zien dat ook.`,
  begonnenSoort: (soort: string) => `U bent begonnen met de zaak ${soort}. Uw collega’s zien dat ook.`,
  nieuw: 'Nieuw voor u',
  veranderd: 'Net veranderd',
  live: 'Live',
  omroep: (n: number) => (n === 1 ? '1 wijziging in uw zaken' : `${n} wijzigingen in uw zaken`),
  stapWacht: 'wacht op u',
  teDoen: 'Te doen',
  alleActies: 'Mijn acties',
  nietsTeDoen: 'Er staan geen taken en acties op uw naam.',
  drukte: 'Wie te laat is',
  nietsLaat: 'Niemand heeft een zaak die te laat is.',
  laatVan: (n: number, van: number) => `${n} van ${van} te laat`,
  bij: 'U bent bij. Er is niets dat nu eerst moet.',
  leegTitel: 'Niets dat nu eerst moet',
  leeg: (rol: Rol) => LEEG[rol] ?? 'Wat u nodig heeft, staat in het menu. Zoeken kan ook: druk op Ctrl en K.',
  leegWerk: 'Alles is op tijd. Nieuwe zaken en taken verschijnen hier vanzelf.',
  stap: {
    werkvoorraad: 'Bekijk uw werkvoorraad',
    caseload: 'Bekijk de caseload',
    rechten: 'Bekijk de rechten per rol',
    signaal: 'Meld een signaal',
    sporen: 'Bekijk wie waarin keek',
  },
  laat: (n: number) => zin(n, 'zaak', 'zaken', 'is te laat', 'zijn te laat'),
  contact: (n: number) => zin(n, 'zaak', 'zaken', 'vraagt vandaag contact', 'vragen vandaag contact'),
  gesprekken: (n: number) => ['U hebt vandaag ', n === 1 ? 'één gesprek' : `${n} gesprekken`, '.'] as Zin,
  isNieuw: (n: number) => zin(n, 'zaak', 'zaken', 'is nieuw voor u', 'zijn nieuw voor u'),
  toets: (n: number) => zin(n, 'besluit', 'besluiten', 'wacht op uw oordeel', 'wachten op uw oordeel'),
  doenLaat: (n: number) => zin(n, 'taak', 'taken', 'is te laat', 'zijn te laat'),
  doenVandaag: (n: number) => zin(n, 'taak', 'taken', 'moet vandaag klaar zijn', 'moeten vandaag klaar zijn'),
  wachten: (n: number) => zin(n, 'zaak', 'zaken', 'wacht op verdeling', 'wachten op verdeling'),
  signalen: (n: number) => zin(n, 'signaal', 'signalen', 'wacht', 'wachten'),
  lopend: (n: number) => zin(n, 'zaak', 'zaken', 'loopt', 'lopen'),
  regelen: (n: number) => zin(n, 'plan', 'plannen', 'heeft geen regisseur', 'hebben geen regisseur'),
  nazien: (n: number) =>
    [n === 1 ? 'Er is ' : 'Er zijn ', n === 1 ? 'één keer' : `${n} keer`, ' na te kijken.'] as Zin,
  glas: (n: number) => zin(n, 'keer', 'keer', 'keek iemand in nood mee', 'keek iemand in nood mee'),
  rekening: (n: number) => zin(n, 'rekening', 'rekeningen', 'klopt niet', 'kloppen niet'),
  punt: {
    toets: (wie: string) => `${wie} vraagt uw oordeel over een besluit.`,
    niemand: 'Nog van niemand.',
    signaal: 'Signaal',
    plan: (naam: string) => `Plan van ${naam}`,
    bijdragen: (n: number) =>
      n === 1 ? 'Iemand uit een plan zegt iets' : `Uit een plan: ${n} keer iets gezegd of gemeld`,
    bijdragenUitleg: 'Lees het en geef antwoord.',
    planUitleg: 'Dit plan heeft geen regisseur meer.',
    poging: (naam: string) => `${naam} wilde een groep maken die er al is.`,
    pogingUitleg: 'Breng regisseurs met elkaar in gesprek.',
    nazien: (naam: string) => `${naam} keek in een dossier`,
    nazienUitleg: 'Kijk na of daar een goede reden voor was.',
    glas: (naam: string) => `${naam} keek in nood mee`,
    glasUitleg: 'Beoordeel of dat terecht was.',
    rekening: 'Ons boek en Allegro verschillen.',
    rekeningOnjuist: 'De bron gaf iets dat niet kan kloppen.',
    naamloos: 'Rekening',
  },
  knop: {
    open: 'Open zaak',
    begin: 'Begin',
    verder: 'Ga verder',
    beoordeel: 'Beoordeel',
    verdeel: 'Verdeel',
    doe: 'Bekijk taak',
    plan: 'Bekijk plan',
    signaal: 'Bekijk signaal',
    regel: 'Regel dit',
    kijkNa: 'Kijk na',
    rekening: 'Bekijk rekening',
  },
  status: {
    ontvangen: 'Nog niet begonnen.',
    verdeeld: 'Nog niet begonnen.',
    onderzoek: 'In onderzoek.',
    besloten: 'Besloten.',
  },
};
