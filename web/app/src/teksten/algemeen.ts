// What every page says: the menu, the line, saving, the session, errors.
import { getal } from './woorden';

export const menu = {
  naam: 'Hoofdmenu',
  knop: 'Menu',
  kruimelpad: 'Kruimelpad',
  werkvoorraad: 'Werkvoorraad',
  caseload: 'Caseload',
  melding: 'Nieuwe melding',
  balie: 'Balie',
  uitloggen: 'Uitloggen',
  tochUitloggen: 'Wilt u uitloggen?',
  tochUitleg: 'Wat u invulde, is nog niet geregistreerd. Als u uitlogt, is het weg.',
  jaUitloggen: 'Ja, log uit',
  ingelogd: (naam: string, rol: string) => `Ingelogd als ${naam}, ${rol}`,
};

const STORINGEN: Record<string, string> = {
  'opslag.vol': 'De opslag van de server is vol. Meld dit bij uw beheerder. Wij proberen het steeds opnieuw.',
  'server.geen_zicht':
    'Wij kunnen nu niet nagaan wie wat mag zien. Daarom staat deze pagina stil. Zodra het weer kan, gaat het vanzelf verder.',
};

export const verbinding = {
  maken: 'Verbinding maken…',
  weg: 'Geen verbinding.',
  stand: (tijd: string) => `U ziet de stand van ${tijd} uur.`,
  terug: 'Weer verbonden. Alles is bijgewerkt.',
  gestopt: 'U hebt geen verbinding meer. Laad de pagina nog een keer.',
  laadOpnieuw: 'Laad opnieuw',
  storing: (code: string) =>
    STORINGEN[code] ?? 'De server werkt nu niet goed. Wij proberen het steeds opnieuw.',
  wacht: 'Geen verbinding. Wij sturen dit zodra de verbinding er weer is.',
  nogNietTeZien: 'Dit is opgeslagen. Het duurt even voordat u het ziet. U hoeft niets te doen.',
};

export const versie = {
  nieuw: 'Er is een nieuwe versie van Keukentafel. Maak rustig af wat u doet.',
  laad: 'Laad de nieuwe versie',
  toch: 'Laad en gooi weg',
  mis: 'De nieuwe versie is er nog niet. Probeer het straks nog een keer.',
};

export const bewaren = {
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
};

export const sessie = {
  titel: 'U bent uitgelogd',
  uitleg: 'Log opnieuw in. Wat u schreef, komt dan terug.',
  opnieuw: (naam: string) => `Log opnieuw in als ${naam}`,
  elders: 'Log opnieuw in',
  eldersUitleg: 'Er gaat een nieuw venster open. Kom daarna hier terug.',
  mislukt: 'Inloggen lukte niet. Probeer het nog een keer.',
  bijna: 'Bent u er nog?',
  bijnaUitleg: 'Als u niets doet, loggen wij u zo uit. Zo blijven uw gegevens veilig.',
  nog: (minuten: number) => (minuten === 1 ? 'U hebt nog 1 minuut.' : `U hebt nog ${minuten} minuten.`),
  eindigt: 'U moet zo opnieuw inloggen',
  eindigtUitleg: 'U bent al lang ingelogd. Maak af wat u doet, of log nu uit.',
  blijf: 'Blijf ingelogd',
  gaVerder: 'Ga verder',
  blijfMislukt: 'Dat lukte niet. Kijk of u verbinding hebt en probeer het opnieuw.',
};

/** Somebody came in at the door of others. */
export const andereDeur = {
  inwoners: 'Deze pagina is voor inwoners',
  inwonersUitleg: 'U bent ingelogd als medewerker. Uw werk staat op de werkplek.',
  naarWerkplek: 'Naar de werkplek',
  medewerkers: 'Deze pagina is voor medewerkers',
  medewerkersUitleg: 'Uw eigen zaken staan op een andere pagina.',
  naarPortaal: 'Naar uw zaken',
};

export const dialoog = {
  getypt: 'Wat u hier typte, is nog niet bewaard.',
  verder: 'Typ verder',
  sluit: 'Sluit en gooi weg',
};

export const weg = {
  titel: 'Deze pagina is er niet',
  uitleg: 'Of u mag haar niet zien. Klopt dat niet? Vraag het uw beheerder.',
  terug: 'Naar uw beginpagina',
  onbewaard:
    'Uw laatste wijzigingen in dit document zijn niet opgeslagen. Kopieer de tekst als u die nog nodig heeft.',
};

export const fout = {
  titel: 'Er ging iets mis bij ons',
  uitleg: 'Probeer het opnieuw. Lukt het dan nog niet? Bel de helpdesk.',
  opnieuw: 'Probeer opnieuw',
  aantal: (n: number) => (n === 1 ? 'Er klopt één ding nog niet' : `Er kloppen ${getal(n)} dingen nog niet`),
  verplicht: (wat: string) => `Vul ${wat} in.`,
  kies: (wat: string) => `Kies ${wat}.`,
  teLang: (max: number, over: number) =>
    `Maak deze tekst korter. Er passen ${max} tekens, en u hebt er ${over} te veel.`,
  nogTekens: (n: number) => (n === 1 ? 'Nog 1 teken' : `Nog ${n} tekens`),
  tekensTeveel: (n: number) => (n === 1 ? '1 teken te veel' : `${n} tekens te veel`),
};

export const demo = {
  titel: 'Wie bent u vandaag?',
  lead: 'Dit is een proefomgeving. Alle mensen en zaken zijn verzonnen. Kies een naam, dan bent u ingelogd.',
  medewerkers: 'Medewerkers',
  inwoners: 'Inwoners',
  als: 'Log in als',
  stijl: 'Bekijk alle onderdelen van de stijl',
  leeg: 'Er zijn geen proefpersonen. Deze server draait niet als proefomgeving.',
};

export const termijn = {
  laat: (dagen: number) => (dagen === 1 ? '1 dag te laat' : `${dagen} dagen te laat`),
  vandaag: 'nog vandaag',
  nog: (dagen: number) => (dagen === 1 ? 'nog 1 dag' : `nog ${dagen} dagen`),
  uiterlijk: (datum: string) => `uiterlijk ${datum}`,
  contact: (dagen: number, datum: string) => {
    if (dagen < -1) return `contact is ${-dagen} dagen te laat`;
    if (dagen === -1) return 'contact had gisteren gemoeten';
    return dagen === 0 ? 'vandaag nog contact' : `contact uiterlijk ${datum}`;
  },
  waarom: 'waarom?',
  uitleg: (wet: string, dagen: number, ontvangen: string) =>
    `De melding kwam op ${ontvangen}. De wet geeft ons ${dagen} dagen (${wet}).`,
  uitlegKort: (ontvangen: string) => `De melding kwam op ${ontvangen}.`,
};
