// Consent in the portal, in English. B1.
import type { toestemming } from '../toestemming';
import type { Vertaling } from '../vertaling';
import { Getal } from './woorden';

export const toestemmingEn: Vertaling<typeof toestemming> = {
  titel: 'Your consent',
  lead: 'Here you choose who may read your case.',
  uitleg: 'You do not have to say yes. Do you say no? Then you still get your help.',
  leeg: 'Nothing is asked now, and nobody else reads your case.',
  voor: (naam) => `For ${naam}`,
  uzelf: 'you',
  vraag: (wie) => `${wie} wants to read your case`,
  zin: (wie, rol, zaak, nummer) =>
    `${wie} works here as ${rol}. ${wie} wants to read this case: ${zaak}, case number ${nummer}.`,
  waarom: 'Why',
  tot: 'Until',
  antwoord: 'You can answer until',
  ja: 'Yes, that is fine',
  nee: 'No',
  gegeven: (wie) => `${wie} may now read your case.`,
  geweigerd: (wie) => `${wie} may not read your case.`,
  geldt: 'Who may read your case',
  geldtZin: (wie, rol, zaak) => `${wie} works here as ${rol}, and may read this case: ${zaak}.`,
  trekIn: 'Take back',
  stopTitel: (wie) => `May ${wie} not read your case any more?`,
  stopUitleg: (wie) => `${wie} then cannot read the case any more, and nobody hears why.`,
  stopJa: 'Yes, stop',
  gestopt: (wie) => `${wie} does not read your case any more.`,
  nieuw: 'There is a new question for you.',
  mislukt: 'We cannot show this now. Please try again later.',
  terug: 'Back to your cases',

  start: 'Your consent',
  startVragen: (n) =>
    n === 0
      ? 'You can see who may read your cases.'
      : n === 1
        ? 'One question waits for your answer.'
        : `${Getal(n)} questions wait for your answer.`,
  startKnop: 'See your consent',
  startKnopVraag: 'Give an answer',
};
