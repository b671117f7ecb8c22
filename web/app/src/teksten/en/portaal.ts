// What a resident reads, in English. B1.
import type { Zaakstatus } from '../../api/types';
import type { portaal } from '../portaal';
import type { Vertaling } from '../vertaling';
import { en, getal, voornaam } from './woorden';

export const portaalEn: Vertaling<typeof portaal> = {
  titel: 'My cases',
  groet: (naam) => `Hello ${voornaam(naam)}`,
  lead: (n) =>
    n === 0
      ? 'You have no cases with us now.'
      : n === 1
        ? 'You have one case with us.'
        : `You have ${getal(n)} cases with us.`,
  leadVan: (naam, n) => {
    if (n === 0) return `${voornaam(naam)} has no cases with us now.`;
    if (n === 1) return `${voornaam(naam)} has one case with us.`;
    return `${voornaam(naam)} has ${getal(n)} cases with us.`;
  },
  namens: (naam) => `You do this for ${naam}.`,
  namensUitleg: (naam) =>
    `Does it say 'you' or 'your' here? Then it is about ${voornaam(naam)}. ${voornaam(naam)} can see what you look at here.`,
  zakenVan: (naam) => `The cases of ${naam}`,
  alleenZelf: (naam) => `Only ${naam} can look at this.`,
  alleenZelfUitleg: (naam) => `${voornaam(naam)} can log in for that with their own DigiD.`,
  voorKind: (naam) => `For ${naam}`,
  voorKindUitleg: (naam) => `You see this because you have custody of ${naam}.`,
  zaken: 'Your cases',
  zin: (status: Zaakstatus, namen: string[]) => {
    const wie = en(namen);
    switch (status) {
      case 'ontvangen':
        return 'We have your request. We look who is going to help you.';
      case 'verdeeld':
        return `${wie} will help you. You will hear from us about a talk.`;
      case 'onderzoek':
        return `${wie} ${namen.length > 1 ? 'are' : 'is'} working on your request.`;
      case 'besloten':
        return 'We have made a decision. You get a letter about it.';
    }
  },
  uiterlijk: (begonnen, datum) =>
    `${begonnen ? '' : 'We contact you first. If it cannot wait, we do that soon. '}You hear by ${datum} what we decide.`,
  over: (soort, onderwerp) => `${soort}: ${onderwerp}`,
  sinds: (datum) => `We got your request on ${datum}.`,
  nummer: (nummer) => `Case number ${nummer}.`,
  bevestiging: 'We have your request',
  bevestigingUitleg: (nummer, dag) =>
    `We got your request on ${dag}. Your case number is ${nummer}. Please say this number when you call us.`,
  watNu: 'What happens now?',
  volgende: (status: Zaakstatus, uiterlijk: string) => {
    const contact = 'We contact you for a talk. If it cannot wait, we do that soon.';
    const besluit = `Then we decide. You hear that by ${uiterlijk}.`;
    switch (status) {
      case 'ontvangen':
        return ['We choose who is going to help you.', contact, besluit];
      case 'verdeeld':
        return [contact, besluit];
      case 'onderzoek':
        return ['We talk with you about what you need.', besluit];
      case 'besloten':
        return [];
    }
  },
  voortgang: (nummer) => `How far case ${nummer} is`,
  stappen: {
    ontvangen: 'We have your request',
    verdeeld: 'We choose who helps you',
    onderzoek: 'We talk with you',
    besluit: 'We decide',
  },
  stapAfspraak: 'We plan a talk with you',
  nu: 'now',
  klaar: 'done',
  wieBenIk: 'Your details',
  ingelogd: (naam) => `You are logged in as ${naam}.`,
  gewijzigd: 'There is something new in your cases.',
  menu: {
    zaken: 'My cases',
    geld: 'My money',
    plan: 'My plan',
    taken: 'My tasks',
    open: (n) => (n === 1 ? 'waits for you' : 'wait for you'),
    nieuw: (n) => (n === 1 ? 'new answer' : 'new answers'),
  },
  afspraak: {
    kop: (n) => (n === 1 ? 'Your appointment' : 'Your appointments'),
    wanneer: (dag, uur) => `${dag} at ${uur}`,
    plek: (plek, namen) => {
      const meer = namen.length > 1;
      switch (plek) {
        case 'thuis':
          return `${en(namen)} ${meer ? 'come' : 'comes'} to your home.`;
        case 'gemeentehuis':
          return `You come to the town hall. You talk there with ${en(namen)}.`;
        case 'bellen':
          return `${en(namen)} ${meer ? 'call' : 'calls'} you.`;
      }
    },
    over: (naam) => `The talk is about ${naam}.`,
    kanNiet: 'Can you not make it? Then call us.',
    afgezegd: 'This talk is cancelled.',
    afgezegdUitleg: 'We tell you when we can talk with you.',
    gewijzigd: 'Something changed in your appointments.',
  },
  taken: {
    titel: 'My tasks',
    lead: (n) =>
      n === 0
        ? 'You do not have to do anything now.'
        : n === 1
          ? 'We ask one thing of you.'
          : `We ask ${getal(n)} things of you.`,
    leeg: 'Do we ask something of you? Then you see it here at once.',
    erbij: 'There is something new that we ask of you.',
    kop: 'We ask this of you',
    alle: 'See all that we ask',
    antwoordVoor: (dag) => `Answer by ${dag}`,
    voor: (dag) => `Do this by ${dag}`,
    wasVoor: (dag) => `This was for ${dag}`,
    wilMeelezen: (wie, voor) =>
      voor ? `${wie} wants to read a case of ${voor}` : `${wie} wants to read your case`,
    vrij: 'You may say yes or no.',
    geefAntwoord: 'Give an answer',
    afgesproken: 'You agreed to this in your plan.',
    luktNiet: 'Can you not do it? Please tell us.',
    bel: 'Call',
    vraagNaar: (naam) => `Ask for ${naam}.`,
    bekijkPlan: 'See your plan',
  },
  hulpTitel: 'Help and contact',
  rond: 'What is where?',
  hulpVraag: 'Do you have a question?',
  hulpNummer: 'Please say your case number when you call us. You find it with your case.',
  zorgen: 'Are you worried about somebody?',
  hulp: 'Do you need help?',
  hulpBel: 'Call us on working days from 9 to 17',
  hulpBalie: 'You can also come to our desk.',
  belGemeente: (naam) => `Call ${naam}:`,
  uitgelogd: 'You are logged out',
  uitgelogdUitleg: 'Log in again to see your cases.',
  inloggen: 'Log in again',
  misUitleg: 'It is not your fault. Please try again. Does it still not work? Then call us.',
  wegUitleg: 'Or you may not see it. Is that not right? Call us.',
  berichten: 'Choose how you hear from us',
  terug: 'To your cases',
};
