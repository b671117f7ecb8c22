// A plan as one of the groep reads it in the portal, in English. B1.
import type { mijnplan } from '../mijnplan';
import type { Vertaling } from '../vertaling';
import { en } from './woorden';

export const mijnplanEn: Vertaling<typeof mijnplan> = {
  titel: 'My plan',
  lead: 'Here you see what we agreed, and who does what.',
  van: (namen) => `Plan of ${en(namen)}`,
  u: 'you',
  leidt: (naam) => `${naam} leads this plan. Do you have a question about the plan? Ask ${naam}.`,
  zonderRegisseur: 'Our local team takes care of this plan now. Do you have a question? Call us.',
  sinds: (dag) => `The plan began on ${dag}.`,
  groep: 'For the whole group',
  groepUitleg: 'All who are part of the plan can see this.',
  eigen: 'Only for you',
  eigenUitleg:
    'This is about you. Who helps you can see it too. Are you younger than 16? Then your parent or guardian can see it too.',
  kind: (naam) => `For ${naam}`,
  niets: 'Nothing is agreed here yet. Talk about it with who leads the plan.',
  behaald: 'This goal is reached.',
  vervallen: 'This goal is not needed any more.',
  losse: 'Other things we agreed',
  doet: (wie, dag) => (wie === 'you' ? `You do this by ${dag}.` : `${wie} does this by ${dag}.`),
  gedaan: (dag) => (dag ? `This was done on ${dag}.` : 'This is done.'),
  doel: 'Goal',
  ander: (naam) => `Of ${naam}`,
  anderUitleg: (naam) => `${naam} lets you see this.`,
  anderZaak: (soort, nummer) => `${soort}, case number ${nummer}.`,
  anderZaakUitleg: 'This case is running. You do not see what is in it.',
  meekijken: {
    titel: 'Who may see things of yours?',
    uitleg:
      'You can let somebody of the group see something of yours. You do not have to. Who leads the plan sees what you choose here. The others in the group do not.',
    niemand: 'Nobody of the group sees things of yours.',
    kies: 'Let somebody see something',
    kiesTitel: 'Who may see what?',
    vrij: 'This is your own choice. Does somebody ask this of you, and you do not want it? Call who leads the plan.',
    wie: 'Who may see it?',
    wat: 'What may that person see?',
    watDeel: 'My own part of this plan',
    watZaak: (soort, nummer) => `That this case is running: ${soort}, ${nummer}`,
    totWanneer: 'Until which day?',
    datumUitleg: 'For example 31-12-2026. At most one year from now.',
    datumFout: 'Fill in a date, like 31-12-2026.',
    danDeel: (naam) => `${naam} then sees the goals and tasks that are only for you.`,
    danZaak: (naam, soort) =>
      `${naam} then sees that your case '${soort}' is running. Also how far it is and who helps you. ${naam} does not see what is in it.`,
    danWanneer: (dag) =>
      `It begins after one day: on ${dag}. Until then you can take it back, and nobody sees that.`,
    stuur: 'Let them see it',
    gekozen: (naam) => `${naam} may see it after one day.`,
    rij: (naam, wat) => `${naam} may see: ${wat}`,
    deelZin: 'your own part of this plan.',
    zaakZin: (soort, nummer) => `that your case is running: ${soort}, case number ${nummer}.`,
    bedenktijd: (naam, dag) =>
      `${naam} does not see anything yet. It begins on ${dag}. Did you change your mind? Take it back now.`,
    tot: (dag) => `Until ${dag}.`,
    gestopt: (naam) =>
      `Who leads the plan has stopped this. ${naam} does not see it any more. Do you have a question? Call us.`,
    trekIn: 'Take back',
    stopTitel: (naam) => `May ${naam} not see this any more?`,
    stopUitleg: (naam) => `${naam} then does not see it any more. We do not tell them.`,
    stopJa: 'Yes, take back',
    ingetrokken: (naam) => `${naam} does not see it any more.`,
  },
  gewijzigd: 'Something has changed in your plan.',
  geen: 'You are not part of a plan now.',
  geenUitleg:
    'A plan says what you want to reach with others. Do you want to make a plan together? Call us on working days from 9 to 17.',
  terug: 'Back to your cases',
  start: 'My plan',
  startUitleg: (n) => (n === 1 ? 'You make a plan with others.' : 'You make more than one plan with others.'),
  startKnop: 'See your plan',
};
