// The first visit of who works here, by what they come to do.
import type { Rol } from '../api/types';
import type { Rondstap } from './rondleiding';

type Soort =
  | 'balie'
  | 'consulent'
  | 'verdeler'
  | 'regie'
  | 'geld'
  | 'toezicht'
  | 'ontvangt'
  | 'meldt'
  | 'anders';

const vandaag: Rondstap = {
  titel: 'Vandaag: wat nu op u wacht',
  tekst:
    'Hier begint uw dag. Bovenaan staat in één zin wat er op u wacht. Daaronder staat hoogstens zes dingen: te laat, vandaag of bijna.',
};
const zoeken: Rondstap = {
  titel: 'Overal: zoeken, berichten en hulp',
  tekst:
    'Druk op Ctrl + K en typ een nummer, een naam of een pagina. De bel telt wat nieuw is. Met ? ziet u alle toetsen, en deze rondleiding.',
};

const eigen: Record<Soort, Rondstap[]> = {
  balie: [
    {
      titel: 'De balie: één gesprek, één pagina',
      tekst:
        'Zoek wie er voor u zit, ook als de naam alleen zo klinkt. U ziet wat er thuis al loopt. Leg het gesprek vast, met alle meldingen die erbij horen.',
    },
    {
      titel: 'Niets raakt kwijt',
      tekst:
        'Wat u typt, bewaren wij als concept. Loopt het gesprek vast of valt de lijn weg? U gaat later verder.',
    },
  ],
  consulent: [
    {
      titel: 'Uw werkvoorraad leeft',
      tekst:
        'Nieuwe zaken komen er vanzelf bij. Rijen springen nooit weg onder uw muis. Bij elke termijn staat waarom de dag zo is.',
    },
    {
      titel: 'Aan één tafel in een zaak',
      tekst:
        'Bovenaan een zaak ziet u wie er nu nog meer kijkt. Een verslag schrijft u samen. ‘Alle wijzigingen zijn opgeslagen’ staat er pas als het echt zo is.',
    },
  ],
  verdeler: [
    {
      titel: 'Caseload: wie heeft ruimte',
      tekst:
        'Per team en per mens ziet u hoeveel er loopt en wat te laat is. Alles leeft; met Pauzeer staat het stil. Elk getal opent de lijst die het telt.',
    },
    {
      titel: 'Zaken: verdelen in één keer',
      tekst:
        'Kies meer zaken tegelijk en wijs ze toe. U kunt dat even ongedaan maken. Was een collega u voor? Dan hoort u wie.',
    },
  ],
  regie: [
    {
      titel: 'Een plan van de hele groep',
      tekst:
        'In een plan staan doelen en acties, voor allen of voor één. U bepaalt wat een ander ziet. Wat u achterhoudt, verraadt niets.',
    },
    {
      titel: 'Signalen komen vanzelf bij elkaar',
      tekst:
        'Wat scholen, buren of de woningstichting melden, staat in het register. Loopt er een plan? Dan komt een signaal daar uit.',
    },
  ],
  geld: [
    {
      titel: 'Rekeningen: de stand en hoe vers die is',
      tekst:
        'Bedragen komen uit Allegro. Er staat altijd bij van wanneer ze zijn. Klopt er iets niet? Dan tonen wij niets, en staat het in uw lijst.',
    },
    {
      titel: 'De inwoner ziet hetzelfde',
      tekst:
        'Wat er op de rekening verandert, ziet de inwoner meteen. In gewone woorden, met dezelfde getallen.',
    },
  ],
  toezicht: [
    {
      titel: 'Nazicht: wie keek, en mocht dat?',
      tekst:
        'Wat opvalt, ligt hier klaar. U leest de regels uit het spoor en geeft een oordeel. Over uzelf oordeelt altijd een ander.',
    },
    {
      titel: 'Rechten en beschermde dossiers',
      tekst:
        'Bij Rechten staat wie wat mag. Van een beschermd dossier ziet alleen wie u kiest meer dan de naam.',
    },
  ],
  ontvangt: [
    {
      titel: 'Uw werk komt van collega’s',
      tekst:
        'Wijst een collega u een zaak of een taak toe? Dan staat die hier en in uw werkvoorraad. Is het leeg? Dan wacht er niets op u.',
    },
  ],
  meldt: [
    {
      titel: 'Wat u nu kunt doen',
      tekst:
        'U kunt een signaal melden. Er komen nu nog geen zaken bij u binnen. Krijgt u werk, dan vindt u het in het menu.',
    },
  ],
  anders: [
    {
      titel: 'Links staat wat u kunt doen',
      tekst:
        'Het menu hoort bij uw rol. Wat u niet mag zien, staat er niet. Mist u iets? Vraag het uw beheerder.',
    },
  ],
};

/** What somebody comes to do; no role is left out. */
const soort: Record<Rol, Soort> = {
  frontoffice: 'balie',
  kcc: 'balie',
  jeugdconsulent: 'consulent',
  wmoconsulent: 'consulent',
  consulent_inkomen: 'consulent',
  uitkeringsadministratie: 'consulent',
  werkcoach: 'consulent',
  trajectbegeleider: 'meldt',
  vervanger: 'consulent',
  toetser: 'consulent',
  backoffice: 'ontvangt',
  werkverdeler: 'verdeler',
  wijkteammanager: 'regie',
  regisseur: 'regie',
  medewerker_budgetbeheer: 'geld',
  privacyfunctionaris: 'toezicht',
  functioneel_beheerder: 'anders',
  ketenpartner: 'anders',
  controller: 'anders',
  beleidsanalist: 'anders',
  inkoper: 'anders',
  planning_en_control: 'anders',
  bestuur: 'anders',
  signaalbron: 'anders',
  systeem: 'anders',
  inwoner: 'anders',
  groepsparticipant: 'anders',
};

/** Whose day does not begin with work of their own: nothing is told of a list that is not there. */
const begin = (rol: Rol): Rondstap[] => (soort[rol] === 'meldt' ? [] : [vandaag]);

export const rondwerk = {
  link: 'Rondleiding',
  later: 'U vindt dit later bij Sneltoetsen in uw menu, of met de toets ?.',
  stappen: (rol: Rol): Rondstap[] => [...begin(rol), ...eigen[soort[rol]], zoeken],
};
