// The first visit, in English. B1.
import type { rondleiding } from '../rondleiding';
import type { Vertaling } from '../vertaling';

export const rondleidingEn: Vertaling<typeof rondleiding> = {
  vraag: 'Is this your first time here?',
  duur: (n) => `We show you what is where, in ${n} steps.`,
  ja: 'Look around',
  nee: 'Not now',
  later: 'You can do this later. You find it at ‘Help and contact’.',
  stap: (n, van) => `Step ${n} of ${van}`,
  vorige: 'Back',
  volgende: 'Next',
  klaar: 'Done',
  stop: 'Stop',
  inwoner: [
    {
      titel: 'My cases',
      tekst:
        'Here you see what we do for you. With each case you see who helps you, and what happens now. Does something change? Then you see it at once.',
    },
    {
      titel: 'My money',
      tekst:
        'Do we take care of your money? Then you see here what is in your account. You also see what you are free to spend. Is somebody looking with you? Then hide the amounts.',
    },
    {
      zelf: true,
      titel: 'My plan and my tasks',
      tekst: 'You make a plan with others. Do we ask something of you? Then you find it with your tasks.',
    },
    {
      zelf: true,
      titel: 'Your data stay yours',
      tekst: 'You see who looked at your data, and why. You choose who else may read your case.',
    },
    {
      titel: 'Help is near',
      tekst:
        'On each page you see how to reach us. Log out when you are done. Do that for sure on a computer that is not yours.',
    },
  ],
};
