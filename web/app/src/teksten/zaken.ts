// The table of zaken. Merged into `nl` as `nl.zaken`.
import { Getal } from './woorden';

const zaken = (n: number) => (n === 1 ? '1 zaak' : `${n} zaken`);

export const zaken_ = {
  titel: 'Zaken',
  menu: 'Alle zaken',
  tabel: 'Tabel met zaken',
  lead: (getoond: number, totaal: number) =>
    totaal === 0
      ? 'Er is nu geen zaak voor u.'
      : getoond === totaal
        ? `${Getal(totaal)} ${totaal === 1 ? 'zaak' : 'zaken'}.`
        : `${getoond} van ${zaken(totaal)}.`,
  geteld: (n: number) => (n === 0 ? 'Geen zaak past hierbij' : `${zaken(n)} getoond`),
  weergaven: 'Vaste weergaven',
  weergave: {
    alles: 'Alles',
    mijn: 'Uw zaken',
    niemand: 'Nog te verdelen',
    toets: 'Te accorderen',
    laat: 'Te laat',
    week: 'Deze week klaar',
    crisis: 'Crisis',
  },
  filters: 'Filters',
  zoek: 'Naam, nummer of onderwerp',
  wie: 'Behandelaar',
  iedereen: 'Iedereen',
  zonderZaken: 'Iemand zonder zaken in deze lijst',
  status: 'Status',
  alleStatussen: 'Alle statussen',
  soort: 'Soort',
  alleSoorten: 'Alle soorten',
  termijn: 'Termijn',
  alleTermijnen: 'Alle termijnen',
  termijnen: { laat: 'Te laat', week: 'Binnen 7 dagen', later: 'Later' },
  urgentie: 'Spoed',
  alleUrgenties: 'Alles',
  urgenties: { gewoon: 'Gewoon', spoed: 'Spoed', crisis: 'Crisis' },
  wis: 'Wis de filters',
  adres: 'Deze weergave staat in het adres. Bewaar hem als bladwijzer of stuur hem aan een collega.',
  leegFilter: 'Geen zaak past bij deze filters.',
  kolommen: 'Kolommen',
  geen: 'geen',
  kolom: {
    zaak: 'Zaak',
    soort: 'Soort',
    onderwerp: 'Onderwerp',
    status: 'Status',
    behandelaars: 'Behandelaars',
    taken: 'Taken',
    ontvangen: 'Binnen sinds',
    termijn: 'Termijn',
  },
  sorteer: (kolom: string) => `Sorteer op ${kolom.toLowerCase()}`,
  kies: (nummer: string) => `Kies ${nummer}`,
  kiesAlles: 'Kies alle getoonde zaken die u kunt verdelen',
  gekozen: (n: number) => `${zaken(n)} gekozen`,
  kiesNiets: 'Kies niets',
  wijsToe: (n: number) => `Wijs ${zaken(n)} toe`,
  pak: (n: number) => `Pak ${zaken(n)}`,
  aanWie: 'Naar wie gaan deze zaken?',
  eenDomein: 'U koos zaken van meer dan één domein. Kies zaken van één domein tegelijk.',
  tochNiet: 'Toch niet',
  bezig: (klaar: number, totaal: number) => `Bezig: ${klaar} van ${totaal}`,
  gelukt: (n: number, namen: string) => `${zaken(n)} ${n === 1 ? 'is' : 'zijn'} nu van ${namen}.`,
  terug: (n: number) =>
    n === 1 ? '1 zaak wacht weer op verdeling.' : `${n} zaken wachten weer op verdeling.`,
  nietGelukt: (n: number) => (n === 1 ? '1 zaak is niet veranderd:' : `${n} zaken zijn niet veranderd:`),
  ongedaan: 'Maak ongedaan',
  nogSeconden: (n: number) => `nog ${n} s`,
  lopend: 'Zaken verdelen',
  uitslag: 'Wat er gebeurde',
  nietGeprobeerd: 'niet geprobeerd',
  sluit: 'Sluit deze melding',
  redenOngedaan: 'Toewijzing direct ongedaan gemaakt.',
};
