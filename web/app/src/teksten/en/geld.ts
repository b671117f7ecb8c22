// What a resident reads about their money, in English. B1.
import type { Beheervorm, Saldostoring, SaldoWat } from '../../api/types';
import type { geld, Om } from '../geld';
import type { Vertaling } from '../vertaling';

const vorm: Record<Beheervorm, string> = {
  basis: 'Basic help with money',
  plus: 'Full help with money',
};

const vormUitleg: Record<Beheervorm, string> = {
  basis: 'We pay your fixed bills. The rest of your money is yours to manage.',
  plus: 'Your money comes to us. We pay your fixed bills. What is left is for you.',
};

function waarom(storing: Saldostoring): string {
  switch (storing) {
    case 'bron_weg':
    case 'onjuist_antwoord':
    case 'niet_vastgelegd':
      return 'We cannot see your account right now.';
    case 'klopt_niet':
      return 'Something is wrong with the data of your account. We are looking into it.';
    case 'klant_onbekend':
      return 'We cannot find your account right now. Call us, and we sort it out together.';
  }
}

export const geldEn: Vertaling<Omit<typeof geld, 'werk'>> = {
  titel: 'Your money',
  vorm,
  verborgen: '€ •••',
  verborgenHoor: 'amount hidden',
  verberg: 'Hide amounts',
  toon: 'Show amounts',
  saldo: 'In your account',
  vrijKort: 'Free to spend',
  inPotjes: 'In your pots',
  vrij: 'You can spend this freely',
  tekort: 'You have no free money now. You are over by:',
  vrijVerborgen: 'Free to spend',
  tekortHulp: 'The bills we still pay for you are already taken off. Call us, and we look at it together.',
  onderweg: 'We still have to pay this for you',
  onderwegUitleg:
    'We cannot show the days here. Is it paid? Then you see it under ‘Last in your account’. Want to know a day? Call us.',
  bijgewerkt: (om) => `Updated ${om}`,
  stand: (saldo: SaldoWat, om: Om): string | undefined => {
    const was =
      saldo.bedragen && saldo.bijgewerkt_om ? ` This is how it was ${om(saldo.bijgewerkt_om)}.` : '';
    if (saldo.stand === 'vers') return undefined;
    if (saldo.storing) return `${waarom(saldo.storing)}${was}`;
    if (!saldo.bedragen) return 'We are looking at your account.';
    if (saldo.stand === 'onbekend') return `We are checking if something changed.${was}`;
    return `${waarom('bron_weg')}${was}`;
  },
  nu: (saldo) => `Your balance is now ${saldo}.`,
  veranderd: 'Your balance has changed.',
  potjes: 'Your pots',
  spaart: (streef) => `Saving up to ${streef}.`,
  vol: (nu, streef) => `${nu} of ${streef}`,
  lening: 'Your loan',
  openstaand: (voor) => `You still have ${voor} to pay back.`,
  afgelost: (betaald, hoofdsom) => `${betaald} of ${hoofdsom} paid`,
  termijnen: (betaald, alle, termijn) =>
    `You have paid ${betaald} of the ${alle} parts. One part is ${termijn}.`,
  volgende: (datum) => `The next part is on ${datum}.`,
  achterstand: (bedrag) => `You are ${bedrag} behind. Call us, and we look at it together.`,
  transacties: 'Last in your account',
  geenTransacties: 'Nothing has happened in your account yet.',
  gat: 'Some lines may be missing here.',
  meer: 'Show more',
  meerMislukt: 'That did not work. Please try again.',
  regeling: (naam) => `${naam}: how it works`,
  vormUitleg,
  sinds: (datum) => `This started on ${datum}.`,
  eerder: 'You also see what happened in your account before that day.',
  hulp: 'Questions about your money?',
  hulpUitleg: (namen) =>
    namen
      ? `${namen} helps you. Call us on working days from 9 to 17.`
      : 'Call us on working days from 9 to 17.',
  start: 'Your money',
  startUitleg: 'See what is in your account and what you can spend.',
  startKnop: 'See your money',
  terug: 'Back to your cases',
  geen: 'You have no account with us.',
  geenUitleg: 'Worried about money? We gladly look at it with you. Call us on working days from 9 to 17.',
  mislukt: 'We cannot show your account right now. Please try again later.',
};
