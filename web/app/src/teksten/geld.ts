// What a resident reads about their money (B1), and what budgetbeheer reads about the same rekening.
import type { Beheervorm, Saldostoring, SaldoWat } from '../api/types';

/** "om 14.03 uur", or with the day before it. */
export type Om = (at: string) => string;

const vorm: Record<Beheervorm, string> = {
  basis: 'Basisbudgetbeheer',
  plus: 'Budgetbeheer plus',
};

const vormUitleg: Record<Beheervorm, string> = {
  basis: 'Wij betalen uw vaste rekeningen. De rest van uw geld regelt u zelf.',
  plus: 'Uw geld komt bij ons binnen. Wij betalen uw vaste rekeningen. Wat over is, is voor u.',
};

function waarom(storing: Saldostoring): string {
  switch (storing) {
    case 'bron_weg':
    case 'onjuist_antwoord':
    case 'niet_vastgelegd':
      return 'Wij kunnen nu niet zien wat er op uw rekening staat.';
    case 'klopt_niet':
      return 'Er klopt iets niet in de gegevens van uw rekening. Wij zoeken het uit.';
    case 'klant_onbekend':
      return 'Wij kunnen uw rekening nu niet vinden. Bel ons, dan zoeken wij het samen uit.';
  }
}

const storingWerk: Record<Saldostoring, string> = {
  bron_weg: 'Allegro geeft geen antwoord.',
  onjuist_antwoord:
    'Het antwoord van Allegro over deze rekening kan niet goed zijn. Wij gebruiken het niet. Laat het nakijken.',
  niet_vastgelegd: 'Het antwoord van Allegro kon niet worden vastgelegd.',
  klopt_niet:
    'De potjes tellen niet op tot het saldo. Wij gebruiken dit antwoord van Allegro niet. Laat het nakijken.',
  klant_onbekend: 'Allegro kent dit klantnummer niet. Laat het nummer nakijken.',
};

export const geld = {
  titel: 'Uw geld',
  vorm,
  verborgen: '€ •••',
  verborgenHoor: 'bedrag verborgen',
  verberg: 'Verberg bedragen',
  toon: 'Toon bedragen',

  saldo: 'Dit staat op uw rekening',
  vrijKort: 'Vrij te besteden',
  inPotjes: 'In uw potjes',
  vrij: 'Dit kunt u vrij besteden',
  tekort: 'U hebt nu geen vrij geld. Dit is er te veel uitgegeven:',
  vrijVerborgen: 'Vrij te besteden',
  tekortHulp: 'Wat wij nog voor u betalen, is hier al af. Bel ons, dan kijken wij samen wat er kan.',
  onderweg: 'Dit moeten wij nog voor u betalen',
  onderwegUitleg:
    'Op welke dag wij iets betalen, staat hier niet. Is het betaald? Dan staat het bij ‘Laatst op uw rekening’. Wilt u weten op welke dag wij betalen? Bel ons.',
  bijgewerkt: (om: string) => `Bijgewerkt ${om}`,
  /** What to say about how fresh the amounts are; undefined when they are. */
  stand: (saldo: SaldoWat, om: Om): string | undefined => {
    const was = saldo.bedragen && saldo.bijgewerkt_om ? ` Dit was het ${om(saldo.bijgewerkt_om)}.` : '';
    if (saldo.stand === 'vers') return undefined;
    if (saldo.storing) return `${waarom(saldo.storing)}${was}`;
    if (!saldo.bedragen) return 'Wij kijken nu wat er op uw rekening staat.';
    if (saldo.stand === 'onbekend') return `Wij kijken nu of er iets veranderd is.${was}`;
    return `${waarom('bron_weg')}${was}`;
  },
  nu: (saldo: string) => `Uw saldo is nu ${saldo}.`,
  veranderd: 'Uw saldo is veranderd.',

  potjes: 'Uw potjes',
  spaart: (streef: string) => `Spaart tot ${streef}.`,
  vol: (nu: string, streef: string) => `${nu} van ${streef}`,

  lening: 'Uw lening',
  openstaand: (voor: string) => `U moet nog ${voor} terugbetalen.`,
  afgelost: (betaald: string, hoofdsom: string) => `${betaald} van ${hoofdsom} betaald`,
  termijnen: (betaald: number, alle: number, termijn: string) =>
    `U hebt ${betaald} van de ${alle} termijnen betaald. Een termijn is ${termijn}.`,
  volgende: (datum: string) => `De volgende termijn is op ${datum}.`,
  achterstand: (bedrag: string) => `U bent ${bedrag} achter. Bel ons, dan kijken wij samen.`,

  transacties: 'Laatst op uw rekening',
  geenTransacties: 'Er is nog niets op uw rekening gebeurd.',
  gat: 'Hier kunnen regels ontbreken.',
  meer: 'Toon meer',
  meerMislukt: 'Dat lukte niet. Probeer het nog een keer.',

  regeling: (naam: string) => `${naam}: zo regelen wij het`,
  vormUitleg,
  sinds: (datum: string) => `Dit is zo sinds ${datum}.`,
  eerder: 'U ziet ook wat er voor die dag op uw rekening gebeurde.',
  hulp: 'Vraag over uw geld?',
  hulpUitleg: (namen: string) =>
    namen
      ? `${namen} helpt u. Bel ons op werkdagen van 9 tot 17 uur.`
      : 'Bel ons op werkdagen van 9 tot 17 uur.',

  start: 'Uw geld',
  startUitleg: 'Kijk wat er op uw rekening staat en wat u vrij kunt besteden.',
  startKnop: 'Bekijk uw geld',
  terug: 'Terug naar uw zaken',
  geen: 'U hebt geen rekening bij ons.',
  geenUitleg: 'Hebt u zorgen over geld? Wij kijken graag met u mee. Bel ons op werkdagen van 9 tot 17 uur.',
  mislukt: 'Uw rekening kan nu niet getoond worden. Probeer het later nog eens.',

  werk: {
    titel: 'Rekeningen',
    lead: (n: number) =>
      n === 0
        ? 'U beheert nu geen rekeningen.'
        : n === 1
          ? 'U beheert één rekening.'
          : `U beheert ${n} rekeningen.`,
    lijst: 'Rekeningen die u beheert',
    wie: 'Van wie',
    vorm: 'Vorm',
    sinds: 'Sinds',
    behandelaar: 'Beheert',
    verschil: 'Controle van de bedragen',
    verschilUitleg: 'Potjes zijn samen niet het saldo: nakijken',
    onjuistUitleg: 'Onjuist antwoord van Allegro: nakijken',
    geenVerschil: 'In orde',
    zaken: 'Zaken waar u aan werkt:',
    zaak: (soort: string, nummer: string) => `${soort}, ${nummer}`,
    naamloos: 'Naam niet bekend',
    storing: storingWerk,
    stand: (om: string) => `U ziet de stand van ${om}.`,
    vers: (om: string) => `Bijgewerkt ${om}`,
    kijkt: 'Allegro wordt gevraagd.',
    nooit: 'Er is nog geen stand van Allegro bekend.',
    saldo: 'Saldo',
    vrij: 'Vrij te besteden',
    onderweg: 'Moet nog betaald worden',
    potten: 'Potjes (reserveringen)',
    pot: 'Potje (reservering)',
    doel: 'Doel',
    in: 'Saldo',
    streef: 'Streefbedrag',
    lening: 'Lening',
    hoofdsom: 'Hoofdsom',
    openstaand: 'Openstaand',
    termijn: 'Termijn',
    betaald: 'Betaalde termijnen',
    achterstand: 'Achterstand',
    transacties: 'Transacties',
    gat: 'Hier kunnen transacties ontbreken. Allegro noemt er hoogstens 100 tegelijk. Kijk in Allegro.',
    datum: 'Datum',
    omschrijving: 'Omschrijving',
    bedrag: 'Bedrag',
    tabel: (wat: string) => `Tabel: ${wat.toLowerCase()}`,
    som: 'Wat in de potjes zit, wat vrij is en wat nog betaald moet worden, is samen het saldo. De inwoner ziet dezelfde bedragen.',
    nu: (saldo: string) => `Het saldo is nu ${saldo}.`,
  },
};
