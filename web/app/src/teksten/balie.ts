// The desk: one contact, its short report, and the meldingen that come of it.
import type { Domein, Identiteitscontrole, Verslagvraag } from '../api/types';
import { caseload } from './caseload';
import { en, Getal } from './woorden';

const vragen: Record<Verslagvraag, { vraag: string; uitleg: string }> = {
  hulpvraag: { vraag: 'Wat is de vraag?', uitleg: 'In de woorden van wie u spreekt.' },
  situatie: { vraag: 'Wat speelt er thuis?', uitleg: 'Alleen wat nodig is voor deze vraag.' },
  eigen_kracht: {
    vraag: 'Wat is er al geprobeerd, en wie helpt al?',
    uitleg: 'Familie, buren, hulp die er al is.',
  },
  veiligheid: { vraag: 'Is iemand nu niet veilig?', uitleg: 'Zo ja: kies bij de melding voor crisis.' },
};
const controle: Record<Identiteitscontrole, string> = {
  identiteitsbewijs: 'Identiteitsbewijs gezien',
  controlevragen: 'Controlevragen gesteld',
  geen: 'Niet gecontroleerd',
};

export const balie = {
  titel: 'Balie',
  lead: 'Zoek over wie het gaat. U ziet wat er al loopt, en legt alles in één keer vast.',
  wie: (naam: string) => `In gesprek over ${naam}`,
  andere: 'Kies iemand anders',
  thuis: 'Wat loopt er al?',
  nietsBekend: 'Er loopt niets waarvan u mag weten.',
  thuisDicht: 'U werkt niet voor deze inwoner. Daarom ziet u hier niet of er iets loopt. Vastleggen kan wel.',
  thuisMislukt: 'Wat er loopt, is nu niet op te halen.',
  geenHuishouden: 'Nog niemand legde vast met wie deze inwoner woont.',
  legHuishoudenVast: 'Leg vast wie hier samen wonen',
  naarHuishouden: 'Open het huishouden',
  voorstel: 'Wie staan er op dit adres?',
  voorstelUitleg: 'Volgens de BRP. Vink aan wie er ook echt wonen.',
  voorstelLeeg: 'De BRP noemt niemand. U kunt het huishouden wel vastleggen met alleen deze inwoner.',
  voorstelWeg: 'De BRP is nu niet te bereiken. U kunt later mensen toevoegen.',
  woontElders: 'hoort al bij een ander huishouden',
  neemtOver: 'wordt overgenomen uit de BRP',
  bewaarHuishouden: 'Leg huishouden vast',
  overWie: 'Over wie gaan de meldingen?',
  overWieFout: 'Vink aan over wie de melding gaat.',
  meldingOver: (naam: string) => `Melding over ${naam}`,
  naar: 'Naar wie gaat de melding?',
  werkvoorraad: 'De werkvoorraad van het team',
  verslag: 'Kort verslag',
  verslagUitleg: 'Dit verslag hoort bij alle meldingen van dit gesprek. Het staat op één plek.',
  verslagFout: 'Schrijf bij minstens één vraag een kort antwoord.',
  vragen,
  spreker: 'Met wie spreekt u?',
  sprekerAnder: 'Iemand anders',
  sprekerAnoniem: 'Iemand die de naam niet zegt',
  sprekerNaam: 'Naam van wie u spreekt',
  sprekerRelatie: 'Wie is dat? Bijvoorbeeld: buurvrouw',
  sprekerTelefoon: 'Telefoonnummer van wie u spreekt',
  sprekerTelefoonUitleg: 'Onder dit nummer belt een collega terug.',
  overGesprek: 'Over wie gaat het gesprek?',
  controle: 'Hoe weet u wie u spreekt?',
  kies: {
    spreker: 'met wie u spreekt',
    controle: 'hoe u weet wie u spreekt',
    kanaal: 'hoe de melding binnenkwam',
  },
  controles: controle,
  bewaar: (n: number) => (n < 2 ? 'Leg vast' : `Leg ${n} meldingen vast`),
  klaar: (n: number) => (n === 1 ? 'De melding is vastgelegd' : `${Getal(n)} meldingen zijn vastgelegd`),
  klaarLead: 'Geef de nummers mee.',
  gingNaar: (wie: string[], vak: Domein | null | undefined) =>
    wie.length > 0
      ? `Naar ${en(wie)}. ${wie.length === 1 ? 'Die ziet' : 'Zij zien'} de melding nu.`
      : `In de werkvoorraad van ${vak ? caseload.domeinen[vak] : 'het team'}. Nog niemand heeft de melding.`,
  nummerVoor: (naam: string) => `voor ${naam}`,
  volgende: 'Help de volgende',
  eerder: 'Hier staat nog wat u eerder invulde. Het is nog niet vastgelegd.',
  contact: {
    titel: 'Het verslag van het contact',
    spreker: 'Gesproken met',
    telefoon: (nummer: string) => `telefoon ${nummer}`,
    anoniem: 'iemand die de naam niet zei',
    controle: 'Identiteit',
    auteur: 'Vastgelegd door',
    aanvullingen: 'Later aangevuld',
    vulAan: 'Vul het verslag aan',
    aanvulling: 'Wat wilt u toevoegen?',
    bewaar: 'Voeg toe aan het verslag',
    hoortBij: 'Dit verslag hoort bij alle meldingen van dit contact.',
  },
  namen: en,
};
