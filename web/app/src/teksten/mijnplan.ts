// A plan as one of the groep reads it in the portal. B1.
import { en } from './woorden';

export const mijnplan = {
  titel: 'Mijn plan',
  lead: 'Hier ziet u wat er is afgesproken, en wie wat doet.',
  van: (namen: string[]) => `Plan van ${en(namen)}`,
  u: 'u',
  leidt: (naam: string) => `${naam} leidt dit plan. Hebt u een vraag over het plan? Stel die aan ${naam}.`,
  zonderRegisseur: 'Het wijkteam zorgt nu voor dit plan. Hebt u een vraag over het plan? Bel ons.',
  sinds: (dag: string) => `Het plan begon op ${dag}.`,
  groep: 'Voor de hele groep',
  groepUitleg: 'Dit ziet iedereen die bij het plan hoort.',
  eigen: 'Alleen voor u',
  eigenUitleg:
    'Dit gaat over u. Wie u helpt, ziet het ook. Bent u jonger dan 16 jaar? Dan ziet uw ouder of voogd het ook.',
  kind: (naam: string) => `Voor ${naam}`,
  niets: 'Hier is nog niets afgesproken. Praat erover met wie het plan leidt.',
  behaald: 'Dit doel is gehaald.',
  vervallen: 'Dit doel is niet meer nodig.',
  losse: 'Andere afspraken',
  doet: (wie: string, dag: string) =>
    wie === 'u' ? `U doet dit uiterlijk op ${dag}.` : `${wie} doet dit uiterlijk op ${dag}.`,
  gedaan: (dag: string | null | undefined) => (dag ? `Dit is gedaan op ${dag}.` : 'Dit is gedaan.'),
  doel: 'Doel',
  ander: (naam: string) => `Van ${naam}`,
  anderUitleg: (naam: string) => `${naam} laat u dit zien.`,
  anderZaak: (soort: string, nummer: string) => `${soort}, zaaknummer ${nummer}.`,
  anderZaakUitleg: 'Deze zaak loopt. Wat erin staat, ziet u niet.',
  meekijken: {
    titel: 'Wie mag bij u meekijken?',
    uitleg:
      'U kunt een ander uit de groep iets van u laten zien. Dat hoeft niet. Wie het plan leidt, ziet wat u hier kiest. De anderen in de groep niet.',
    niemand: 'Niemand van de groep kijkt bij u mee.',
    kies: 'Laat iemand meekijken',
    kiesTitel: 'Wie laat u wat zien?',
    vrij: 'U kiest dit zelf. Vraagt iemand dit van u, en wilt u het niet? Bel dan wie het plan leidt.',
    wie: 'Wie mag meekijken?',
    wat: 'Wat mag die persoon zien?',
    watDeel: 'Mijn eigen deel van dit plan',
    watZaak: (soort: string, nummer: string) => `Dat deze zaak loopt: ${soort}, ${nummer}`,
    totWanneer: 'Tot en met welke dag?',
    datumUitleg: 'Bijvoorbeeld 31-12-2026. Op zijn laatst over een jaar.',
    datumFout: 'Vul een datum in, zoals 31-12-2026.',
    danDeel: (naam: string) => `${naam} ziet dan de doelen en afspraken die alleen voor u zijn.`,
    danZaak: (naam: string, soort: string) =>
      `${naam} ziet dan dat uw zaak '${soort}' loopt. Ook hoe ver die is en wie u helpt. Wat erin staat, ziet ${naam} niet.`,
    danWanneer: (dag: string) => `Dat begint pas na een dag: op ${dag}. Tot dan kunt u het stil intrekken.`,
    stuur: 'Laat meekijken',
    gekozen: (naam: string) => `${naam} mag over een dag meekijken.`,
    rij: (naam: string, wat: string) => `${naam} mag zien: ${wat}`,
    deelZin: 'uw eigen deel van dit plan.',
    zaakZin: (soort: string, nummer: string) => `dat uw zaak loopt: ${soort}, zaaknummer ${nummer}.`,
    bedenktijd: (naam: string, dag: string) =>
      `${naam} ziet nog niets. Dat begint op ${dag}. Bedenkt u zich? Trek het dan nu in.`,
    tot: (dag: string) => `Tot en met ${dag}.`,
    gestopt: (naam: string) =>
      `Wie het plan leidt, heeft dit gestopt. ${naam} ziet het niet meer. Hebt u een vraag? Bel ons.`,
    trekIn: 'Trek in',
    stopTitel: (naam: string) => `Mag ${naam} dit niet meer zien?`,
    stopUitleg: (naam: string) => `${naam} ziet het dan meteen niet meer, en krijgt daar geen bericht van.`,
    stopJa: 'Ja, trek in',
    ingetrokken: (naam: string) => `${naam} kijkt niet meer mee.`,
  },
  gewijzigd: 'Er is iets veranderd in uw plan.',
  geen: 'U hoort nu niet bij een plan.',
  geenUitleg:
    'In een plan staat wat u samen met anderen wilt bereiken. Wilt u samen een plan maken? Bel ons op werkdagen van 9 tot 17 uur.',
  terug: 'Terug naar uw zaken',
  start: 'Mijn plan',
  startUitleg: (n: number) =>
    n === 1 ? 'U maakt samen met anderen een plan.' : 'U maakt met anderen meer dan één plan.',
  startKnop: 'Bekijk uw plan',
};
