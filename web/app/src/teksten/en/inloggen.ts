// Coming in, proving anew who one is, and one's own sessions, in English. B1.
import type { Apparaat, Browser } from '../../api/types';
import type { inloggen, sessies, stapOp } from '../inloggen';
import type { Vertaling } from '../vertaling';

/** By the last word of the server's code, as in Dutch. */
const redenen: Record<string, { titel: string; uitleg: string }> = {
  verlopen: {
    titel: 'You are not logged in',
    uitleg: 'It took too long, or you used an old link. Please start again.',
  },
  onbereikbaar: {
    titel: 'You cannot log in now',
    uitleg: 'The login service does not work. Please try again in a few minutes.',
  },
  afgebroken: {
    titel: 'You stopped the login',
    uitleg: 'Do you want to go on after all? Then start again.',
  },
  niveau: {
    titel: 'You must log in more safely',
    uitleg:
      'Are you a resident? Use the DigiD app, and do an ID check first. Do you work here? Log in with two steps.',
  },
  niet_opnieuw: {
    titel: 'You did not log in again',
    uitleg: 'Please try again. Fill in your name and password again.',
  },
  geen_rol: {
    titel: 'You have no role here yet',
    uitleg: 'You are not in any of the groups that work here. Ask your manager for help.',
  },
  inwoner_onbekend: {
    titel: 'We do not know you yet',
    uitleg: 'We have nothing about you yet. Do you need help? Call us or come to our desk.',
  },
  machtiging: {
    titel: 'You cannot log in for somebody else here',
    uitleg: 'Who works here logs in for themselves.',
  },
  machtiging_eigen: {
    titel: 'You do not need this for yourself',
    uitleg: 'Log in with your own DigiD. Do not choose to do it for somebody else.',
  },
  gemachtigde_onbekend: {
    titel: 'We do not know you yet',
    uitleg: 'You want to do something for somebody else. We must first know who you are. Please call us.',
  },
  machtiging_niets: {
    titel: 'There is nothing for you to see about this person',
    uitleg: 'Do you want to do something for this person? Then call us.',
  },
  machtiging_kind: {
    titel: 'For a child you log in as yourself',
    uitleg: 'Do you have custody of the child? Then log in for yourself and look there. If not, call us.',
  },
  machtiging_soort: {
    titel: 'We do not know this kind of login',
    uitleg: 'You can only log in for a person who asked you to. It does not work for or through a company.',
  },
  machtiging_onjuist: {
    titel: 'Something was not right',
    uitleg: 'We do not know for whom you log in. Please try again. Does it not work? Then call us.',
  },
  geen_naam: {
    titel: 'We did not get your name in a good way',
    uitleg: 'Ask your manager to check your name with the login service.',
  },
  geen_spoor: {
    titel: 'You cannot log in now',
    uitleg: 'We cannot write down now who logs in. Please try again in a few minutes.',
  },
  andere_persoon: {
    titel: 'Somebody else has logged in',
    uitleg: 'Log in again with your own name and password.',
  },
};

const onjuist = {
  titel: 'You are not logged in',
  uitleg: 'Please try again. Does it still not work? Then call us.',
};

const apparaat: Record<Apparaat, string> = {
  computer: 'Computer',
  telefoon: 'Phone',
  tablet: 'Tablet',
  onbekend: 'Unknown device',
};

const browser: Record<Browser, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  anders: 'another browser',
};

export const inloggenEn: Vertaling<typeof inloggen> = {
  titel: 'Log in',
  lead: 'Choose how you want to log in.',
  reden: (woord) => redenen[woord] ?? onjuist,
  inwoner: 'I live here',
  inwonerUitleg:
    'You log in with DigiD. Then you see what we do for you. Do you do this for somebody else? Log in with your own DigiD too. You choose for whom after that.',
  inwonerKnop: 'Log in with DigiD',
  medewerker: 'I work here',
  medewerkerUitleg: 'You log in with your account for work.',
  medewerkerKnop: 'Log in as staff',
  demo: 'I want to try it',
  demoUitleg: 'This is to try things out. The people and the cases are not real.',
  demoKnop: 'To the test pages',
  geen: 'You cannot log in here yet. We must still set up the login service.',
};

export const stapOpEn: Vertaling<typeof stapOp> = {
  titel: 'Show that it is you',
  lead: 'We want to be sure that it is you. So please log in once more. Then you have 5 minutes.',
  opnieuw: 'Log in once more',
  demo: 'Yes, it is me',
  demoUitleg: 'In these test pages you do not really have to log in again.',
  terug: 'No, go back',
  mislukt: 'That did not work. Please try again.',
  dialoogDemo:
    'We want to be sure that it is you. What you filled in stays here. In these test pages you do not really have to log in again.',
  dialoogElders:
    'We want to be sure that it is you. So please log in once more. A new tab opens for that. What you filled in stays here.',
  elders: 'Log in, in a new tab',
  klaar: 'I have logged in',
  nogNiet: 'You have not logged in again yet.',
  bewezen: 'You showed that it is you',
  bewezenUitleg: 'Go back to the tab where you were. You can close this one.',
};

export const sessiesEn: Vertaling<typeof sessies> = {
  titel: 'Where you are logged in',
  lead: 'Is there something you do not know? Then log out there.',
  link: 'My sessions',
  toestel: (wat, waarmee) => `${apparaat[wat]}, ${browser[waarmee]}`,
  deze: 'This device, now',
  rol: (naam) => `As ${naam}.`,
  namens: (naam) => `For ${naam}.`,
  sinds: (dag, tijd) => `Logged in on ${dag} at ${tijd}.`,
  laatst: (dag, tijd) => `Last used on ${dag} at ${tijd}.`,
  beeindig: 'Log out there',
  beeindigVan: (wat) => `Log out there: ${wat}`,
  andere: 'Log out in all other places',
  geenAndere: 'You are not logged in anywhere else.',
  beeindigd: 'You are logged out there.',
  mislukt: 'We could not log you out. Please try again.',
  overal: 'Log out everywhere, here too',
};
