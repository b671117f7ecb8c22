// Who stands in for whom, and looking along in an emergency.
import { en } from './woorden';

export const toekenning = {
  menu: 'Vervanging',
  titel: 'Vervanging',
  lead: 'Kies wie uw werk doet als u er niet bent. Uw collega ziet uw zaken, plannen en verslagen in die dagen, en daarna niet meer.',
  vervangt: (naam: string, dag: string) => `U vervangt ${naam} t/m ${dag}.`,
  straks: (naam: string, van: string, dag: string) => `U vervangt ${naam} van ${van} t/m ${dag}.`,
  door: (naam: string, dag: string) => `${naam} vervangt u t/m ${dag}.`,
  doorStraks: (naam: string, van: string, dag: string) => `${naam} vervangt u van ${van} t/m ${dag}.`,
  regel: (naam: string, van: string, dag: string) => `${naam}, van ${van} t/m ${dag}`,
  namens: (naam: string) => `namens ${naam}`,
  kop: 'Wie vervangt?',
  kopVan: (naam: string) => `Wie vervangt ${naam}?`,
  niemand: 'Er is nu niemand aangewezen.',
  nietVoorU:
    'Voor uw werk is hier niets te regelen. Bent u er een tijd niet? Spreek het af met uw leidinggevende.',
  vervanger: 'Vervanger',
  kies: 'Kies een collega',
  geenKandidaat: 'Er is geen collega die dit werk kan overnemen.',
  vanaf: 'Eerste dag',
  totEnMet: 'Laatste dag',
  reden: 'Reden',
  redenUitleg: 'Uw collega en uw leidinggevende kunnen dit lezen. Schrijf niets over gezondheid.',
  wijsAan: 'Wijs vervanger aan',
  trekIn: 'Trek in',
  trekInVan: (naam: string) => `Trek de vervanging door ${naam} in`,

  plannen: 'Plannen onder regie',
  plannenUitleg: 'U ziet dat deze plannen lopen. Wat erin staat, is niet voor u.',
  geenPlannen: 'Er loopt geen plan.',
  plan: (dag: string) => `Plan, gestart op ${dag}`,
  kijkMee: 'Kijk mee in nood',
  glasTitel: 'Meekijken in nood',
  glasUitleg:
    'Doe dit alleen als de regisseur en de vervanger niets kunnen doen. U leest mee en wijzigt niets. De regisseur en de privacyfunctionaris zien dit meteen. De privacyfunctionaris kijkt het na.',
  glasReden: 'Waarom is dit nodig?',
  glasRedenUitleg: 'Gebruik minstens 20 tekens.',
  glasTekort: 'Schrijf in minstens 20 tekens op waarom dit nodig is.',
  minuten: 'Hoe lang?',
  minuut: (n: number) => `${n} minuten`,
  niemandKan: 'De regisseur en de vervanger kunnen nu niets doen.',
  breek: 'Kijk mee',
  glasLoopt: (n: number) =>
    n <= 1
      ? 'U kijkt in nood mee in een plan, nog 1 minuut.'
      : `U kijkt in nood mee in een plan, nog ${n} minuten.`,
  glasPlan: 'Naar het plan',
  glasStop: 'Stop met meekijken',
  glasGezien: (naam: string, tijd: string) => `${naam} kijkt in nood mee in uw plan, tot ${tijd} uur.`,
  glasGeweest: (naam: string, dag: string) => `${naam} keek op ${dag} in nood mee in uw plan.`,
  glasBeeindig: 'Beëindig het meekijken',
  alleenLezen: 'U leest dit plan in nood. U kunt niets wijzigen.',

  nakijken: 'Meekijken in nood',
  nakijkenLead: (n: number) =>
    n === 0
      ? 'Er is niets na te kijken.'
      : n === 1
        ? 'Eén keer is nog na te kijken.'
        : `${n} keer is nog na te kijken.`,
  nakijkenUitleg: 'Wat hier staat, blijft staan tot u het hebt beoordeeld.',
  loopt: (tijd: string) => `Loopt nu, tot ${tijd} uur`,
  was: (van: string, tot: string) => `${van} tot ${tot}`,
  verklaard: 'Volgens ons was een regisseur of vervanger er wel. De manager gaf aan dat die niets kon doen.',
  oordeel: 'Uw oordeel',
  kiesOordeel: 'Maak een keuze',
  oordeelFout: 'Kies uw oordeel.',
  isBeoordeeld: (naam: string) => `Uw oordeel over het meekijken van ${naam} ligt vast.`,
  planVan: (namen: string[]) => `Plan van ${en(namen)}`,
  inSpoor: 'Bekijk het spoor van dit plan',
  terecht: 'Terecht',
  onterecht: 'Niet terecht',
  toelichting: 'Toelichting',
  beoordeel: 'Leg het oordeel vast',
};
