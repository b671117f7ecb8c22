// What the dashboard of the work says. Merged into `nl` as `nl.caseload`.
import type { Domein } from '../api/types';

const zaken = (n: number) => (n === 1 ? '1 zaak' : `${n} zaken`);

/** Minutes a week as hours with one decimal, as Dutch writes it. */
const uren = (minuten: number) =>
  minuten === 0 ? '0 uur' : `${(minuten / 60).toFixed(1).replace('.', ',')} uur`;

const laatzin = (n: number) =>
  n === 0 ? 'Niets is te laat' : n === 1 ? 'Eén is te laat' : `${n} zijn te laat`;
const weekzin = (n: number) =>
  n === 0
    ? 'van geen zaak eindigt de termijn deze week'
    : n === 1
      ? 'van één zaak eindigt de termijn deze week'
      : `van ${n} zaken eindigt de termijn deze week`;

const domeinen: Record<Domein, string> = { wmo: 'Wmo', jeugd: 'Jeugd', inkomen: 'Inkomen' };

export const caseload = {
  titel: 'Caseload',
  zaken,
  uren,
  lead: (totaal: number, laat: number, week: number) =>
    `${zaken(totaal)} ${totaal === 1 ? 'loopt' : 'lopen'}. ${laatzin(laat)}${laat === 0 && week === 0 ? ', en' : ','} ${weekzin(week)}.`,
  wacht: (n: number, sinds: string | undefined) =>
    n === 0
      ? 'Niets wacht op verdeling.'
      : `${zaken(n)} ${n === 1 ? 'wacht' : 'wachten'} op verdeling${sinds ? `, de oudste sinds ${sinds}` : ''}.`,
  live: (tijd: string) => `Live, bijgewerkt om ${tijd}`,
  oud: (tijd: string) => `Let op: deze cijfers zijn van ${tijd}.`,
  gepauzeerd: (tijd: string) => `Gepauzeerd, stand van ${tijd}`,
  nieuws: 'Er zijn nieuwe cijfers.',
  pauzeer: 'Pauzeer',
  verder: 'Ga verder',
  omroep: (wacht: number, laat: number) => `${zaken(wacht)} te verdelen, ${laat} te laat`,
  zonderRecht: 'U kunt de caseload niet zien.',
  zonderRechtUitleg: 'Dat kan alleen wie de zaken verdeelt.',

  tabel: (kop: string) => `Tabel: ${kop}`,
  perMedewerker: 'Werk per medewerker',
  gewichtUitleg:
    'Gewicht is geschat werk per week. Het telt het zaaktype, de urgentie en met hoeveel mensen iemand de zaak doet.',
  medewerker: 'Medewerker',
  aantal: 'Zaken',
  gewicht: 'Gewicht per week',
  teLaat: 'Te laat',
  dezeWeek: 'Termijn deze week',
  oudste: 'Oudste',
  plannen: 'Lopende plannen',
  rol: 'Functie',
  gewichtUren: 'Gewicht in uren per week',
  oudsteDagen: 'Oudste in dagen',
  /** The same figure as `uren`, without its word. */
  urenGetal: (minuten: number) => (minuten / 60).toFixed(1).replace('.', ','),
  csvNaam: (wat: string, dag: string) => `caseload-${wat}-${dag}`,
  geen: 'geen',
  laat: (n: number) => `${n} te laat`,
  dagen: (n: number) => (n === 0 ? 'vandaag' : n === 1 ? '1 dag' : `${n} dagen`),
  nietGetoond: (n: number) =>
    n === 1 ? 'Eén medewerker past hier niet meer bij.' : `${n} medewerkers passen hier niet meer bij.`,
  toonZaken: (naam: string, n: number) => `${zaken(n)} van ${naam}`,
  toonWeek: (naam: string, n: number) => `${n} met de termijn deze week: zaken van ${naam}`,
  toonLaat: (naam: string, n: number) => `${n} te laat: zaken van ${naam}`,
  afwezig: (tot: string | undefined) => (tot ? `afwezig t/m ${tot}` : 'afwezig'),
  straksAfwezig: (vanaf: string) => `afwezig vanaf ${vanaf}`,

  perTeam: 'Werk per domein',
  domein: 'Domein',
  wachtend: 'Te verdelen',
  domeinen,
  functie: (rol: string, team: Domein | null | undefined) => (team ? `${rol}, team ${domeinen[team]}` : rol),
  totaal: 'Samen',

  verloop: 'Lopende zaken, laatste 31 dagen',
  verloopZin: (eerst: number, dag: string, nu: number) =>
    `Op ${dag} liepen er ${zaken(eerst)}, nu ${zaken(nu)}.`,
  dag: 'Dag',
  open: 'Lopend',

  grafiek: {
    kop: 'Werk in beeld',
    uitleg: 'Dezelfde cijfers staan in de tabellen op deze pagina.',
    maat: 'Wat telt u?',
    maten: { aantal: 'Zaken', gewicht: 'Uren per week' },
    legenda: 'Wat betekenen de kleuren?',
    deel: { laat: 'te laat', week: 'termijn deze week', rest: 'later' },
    afwezig: 'afwezig',
    zaken: (n: number, laat: number) => `${zaken(n)}${laat > 0 ? `, ${laat} te laat` : ''}`,
    wacht: (n: number) => `${n} te verdelen`,
    meer: (n: number) =>
      n === 1 ? 'Nog 1 medewerker staat in de tabel.' : `Nog ${n} medewerkers staan in de tabel.`,
    niemand: 'Niemand heeft nu zaken.',
    geenTeam: 'In geen domein loopt nu een zaak.',
    meeste: {
      aantal: (naam: string, n: string, laat: number, samen: boolean) =>
        `${naam} heeft ${samen ? 'samen met een ander ' : ''}de meeste zaken: ${n}, ${laat === 0 ? 'geen te laat' : `waarvan ${laat} te laat`}.`,
      gewicht: (naam: string, n: string, laat: number, samen: boolean) =>
        `${naam} heeft ${samen ? 'samen met een ander ' : ''}het meeste werk: ${n} per week${laat === 0 ? '' : `, ${laat} te laat`}.`,
    },
    team: (naam: string, hoeveel: string, laat: number) =>
      `${naam} heeft het meeste: ${hoeveel}${laat === 0 ? '' : `, ${laat} te laat`}.`,
  },

  wand: {
    link: 'Wandscherm',
    titel: 'Caseload op het wandscherm',
    kop: (gemeente: string) => `Het werk van ${gemeente}`,
    bijgewerkt: 'Bijgewerkt om ',
    gepauzeerd: 'Gepauzeerd. Stand van ',
    lopend: 'lopende zaken',
    laat: 'te laat',
    week: 'termijn deze week',
    wachtend: 'te verdelen',
    oudste: (dag: string) => `oudste sinds ${dag}`,
    mensen: 'Wie heeft het meeste werk?',
    teams: 'Per domein',
    meer: (n: number) => (n === 1 ? 'en nog 1 medewerker' : `en nog ${n} medewerkers`),
    vol: 'Volledig scherm',
    nietVol: 'Verlaat volledig scherm',
    terug: 'Terug naar de caseload',
    knoppen: 'Het wandscherm bedienen',
    tot: (tijd: string) => `Dit scherm gaat op slot om ${tijd} uur.`,
    langer: 'Houd aan',
  },

  verdelen: 'Nog te verdelen',
  alsTabel: 'Bekijk als tabel, om er veel tegelijk te verdelen',
  oudsteBoven: 'wat niet kan wachten boven, dan de kortste termijn',
  leeg: 'Alle zaken zijn verdeeld. Nieuwe zaken verschijnen hier vanzelf.',
  wijsToe: 'Wijs toe',
  wijsToeAan: (nummer: string) => `Wijs toe: ${nummer}`,
  kies: 'Kies een of meer medewerkers',
  last: (aantal: number, minuten: number) => `${zaken(aantal)}, ${uren(minuten)}`,
  annuleer: 'Annuleer',
  sleep: {
    uitleg: 'Sleep een zaak naar een medewerker, of gebruik de knop.',
    opgepakt: (nummer: string) => `${nummer} opgepakt. Laat los bij een medewerker.`,
    boven: (nummer: string, naam: string) => `${nummer} boven ${naam}`,
    laatLos: (nummer: string, naam: string, last: string) =>
      `Laat los: ${nummer} gaat naar ${naam} (${last}).`,
    neergelegd: (nummer: string) => `${nummer} is niet verdeeld.`,
  },
  isNu: (nummer: string, namen: string) => `${nummer} is nu van ${namen}.`,
  netVergeven: (namen: string) => `Deze zaak is net toegewezen aan ${namen}.`,
  binnen: (datum: string) => `binnen sinds ${datum}`,

  zakenVan: (naam: string) => `Zaken van ${naam}`,
  zakenLead: (n: number, minuten: number) =>
    n === 0 ? 'Deze medewerker heeft geen zaken.' : `${zaken(n)}, samen ${uren(minuten)} per week.`,
  laatLead: (n: number) =>
    n === 0 ? 'Geen zaak is te laat.' : n === 1 ? 'Eén zaak is te laat.' : `${n} zaken zijn te laat.`,
  weekLead: (n: number) =>
    n === 0
      ? 'Van geen zaak eindigt de termijn deze week.'
      : n === 1
        ? 'Van één zaak eindigt de termijn deze week.'
        : `Van ${n} zaken eindigt de termijn deze week.`,
  toonAlle: 'Toon alle zaken',
  meer: 'Toon meer',
  zaak: 'Zaak',
  soort: 'Soort',
  status: 'Status',
  termijn: 'Termijn',
  metWie: 'Met',
  alleen: 'alleen',

  regelen: (naam: string) => `Regelen voor ${naam}`,
  afwezigheid: 'Afwezigheid',
  nuEr: 'is er',
  nuWeg: 'is afwezig',
  afwezigUitleg: 'Waarom iemand er niet is, vragen wij niet.',
  vanaf: 'Eerste dag',
  totEnMet: 'Laatste dag',
  totUitleg: 'Laat leeg als u het niet weet.',
  datumUitleg: 'Bijvoorbeeld 30-11-2026',
  datumFout: 'Vul een dag in, bijvoorbeeld 30-11-2026.',
  meldAfwezig: 'Meld afwezig',
  meldTerug: 'Meld terug',
  aanwezig: (naam: string) => `${naam} is er.`,
  isAfwezig: (naam: string, vanaf: string, tot: string | undefined) =>
    tot ? `${naam} is afwezig van ${vanaf} t/m ${tot}.` : `${naam} is afwezig vanaf ${vanaf}.`,

  pak: 'Pak deze zaak',
  pakZaak: (nummer: string) => `Pak deze zaak: ${nummer}`,
  gepakt: (wie: string, tijd: string) => `${wie} heeft deze zaak net gepakt (${tijd}).`,
  toegewezen: (wie: string, namen: string, tijd: string) =>
    `${wie} heeft deze zaak net toegewezen aan ${namen} (${tijd}).`,
  gewijzigd: (wie: string, tijd: string) => `${wie} wijzigde deze zaak net (${tijd}).`,
  iemand: 'Iemand anders',

  overdracht: {
    kop: 'Werkvoorraad overdragen',
    uitleg: (naam: string) =>
      `Alle zaken en plannen van ${naam} gaan in één keer naar de collega's die u kiest. Elk stuk werk gaat naar wie het kan doen en het minste heeft. Acties in plannen gaan naar wie dat deel van het plan ziet. U hoeft niets te openen.`,
    aanWie: 'Naar wie?',
    kiesIemand: 'Kies minstens één collega.',
    reden: 'Reden',
    redenUitleg: 'De reden staat bij elke zaak. Schrijf niets over gezondheid.',
    draagOver: 'Draag alles over',
    bezig: (over: number) => `Bezig. Nog ${over} over te dragen.`,
    klaar: (naam: string) => `Klaar. ${naam} heeft geen werk meer in de werkvoorraad.`,
  },
};
