// What every page says: the menu, the line, the session, errors.
import type { andereDeur, dialoog, fout, menu, sessie, verbinding, versie, weg } from '../algemeen';
import type { Vertaling } from '../vertaling';
import { Getal } from './woorden';

export const menuEn: Vertaling<Pick<typeof menu, 'naam' | 'uitloggen'>> = {
  naam: 'Main menu',
  uitloggen: 'Log out',
};

const STORINGEN: Record<string, string> = {
  'opslag.vol': 'We cannot save anything now. We keep trying.',
  'server.geen_zicht':
    'We cannot check now who may see what. So this page waits. It goes on by itself as soon as it can.',
};

export const versieEn: Vertaling<typeof versie> = {
  nieuw: 'There is a new version of Keukentafel. Finish what you are doing first.',
  laad: 'Load the new version',
  toch: 'Load and throw away',
  mis: 'It is not there yet. Try again later.',
};

export const verbindingEn: Vertaling<typeof verbinding> = {
  maken: 'Connecting…',
  weg: 'No connection.',
  stand: (tijd) => `This is how it was at ${tijd}.`,
  terug: 'Connected again. All is up to date.',
  gestopt: 'You have no connection any more. Load the page again.',
  laadOpnieuw: 'Load again',
  storing: (code) => STORINGEN[code] ?? 'Our system does not work well now. We keep trying.',
  wacht: 'No connection. We will send this as soon as you are connected again.',
  nogNietTeZien: 'This is saved. It takes a moment before you see it. You do not have to do anything.',
};

export const sessieEn: Vertaling<typeof sessie> = {
  titel: 'You are logged out',
  uitleg: 'Log in again. What you wrote then comes back.',
  opnieuw: (naam) => `Log in again as ${naam}`,
  elders: 'Log in again',
  eldersUitleg: 'A new window opens. Come back here after that.',
  mislukt: 'We could not log you in. Please try again.',
  bijna: 'Are you still there?',
  bijnaUitleg: 'If you do nothing, we log you out soon. We do that to keep your data safe.',
  nog: (minuten) => (minuten === 1 ? 'You have 1 minute left.' : `You have ${minuten} minutes left.`),
  eindigt: 'You must log in again soon',
  eindigtUitleg: 'You have been logged in for a long time. Finish what you are doing, or log out now.',
  blijf: 'Stay logged in',
  gaVerder: 'Go on',
  blijfMislukt: 'That did not work. Check your connection and try again.',
};

export const andereDeurEn: Vertaling<typeof andereDeur> = {
  inwoners: 'This page is for residents',
  inwonersUitleg: 'You are logged in as staff. Your work is on another page.',
  naarWerkplek: 'Go to your work',
  medewerkers: 'This page is for staff',
  medewerkersUitleg: 'Your own cases are on another page.',
  naarPortaal: 'Go to your cases',
};

export const dialoogEn: Vertaling<typeof dialoog> = {
  getypt: 'What you typed here is not saved yet.',
  verder: 'Go on typing',
  sluit: 'Close and throw away',
};

export const wegEn: Vertaling<Pick<typeof weg, 'titel'>> = {
  titel: 'This page is not here',
};

export const foutEn: Vertaling<typeof fout> = {
  titel: 'Something went wrong on our side',
  uitleg: 'Please try again. Does it still not work? Then call us.',
  opnieuw: 'Try again',
  aantal: (n) => (n === 1 ? 'One thing is not right yet' : `${Getal(n)} things are not right yet`),
  verplicht: (wat) => `Fill in ${wat}.`,
  kies: (wat) => `Choose ${wat}.`,
  teLang: (max, over) => `Make this text shorter. You can use ${max} characters. You have ${over} too many.`,
  nogTekens: (n) => (n === 1 ? '1 character left' : `${n} characters left`),
  tekensTeveel: (n) => (n === 1 ? '1 character too many' : `${n} characters too many`),
};
