// Letters and how a resident hears of them, in English. B1. The letters themselves are Dutch.
import type { brief } from '../brief';
import type { Vertaling } from '../vertaling';

export const briefEn: Vertaling<typeof brief> = {
  kop: 'Your letter',
  lezen: 'Read the letter',
  leesVan: (naam, nummer) => `Read the letter: ${naam}, case number ${nummer}`,
  pdf: 'Open the letter as a PDF',
  alle: 'Your letters',
  lead: 'Here you find all letters that we wrote to you.',
  bekijk: 'See your letters',
  geen: 'We have not written you a letter yet.',
  over: (soort, nummer) => `${soort}, case number ${nummer}.`,
  van: (dag) => `Letter of ${dag}.`,
  terug: 'Back to your letters',
  taal: 'Our letters are in Dutch. Do you need help to read one? Call us.',
  taalEen: 'This letter is in Dutch. Do you need help to read it? Call us.',
  komt: 'We are making the letter now. Please look again later.',
  mislukt: 'We cannot show the letter now. Please try again later.',
  stap: {
    gevraagd: 'We are making this letter now.',
    in_portaal: 'You find this letter only here.',
    onderweg: 'You will get an email about this.',
    verstuurd: 'We sent you an email about this.',
    niet_aangekomen: 'We sent you an email, but it did not arrive. Is your email address right?',
    te_posten: 'You will get this letter on paper too.',
    gepost: 'We sent you this letter on paper too.',
  },
  voorkeur: {
    titel: 'How do you want to hear from us?',
    lead: 'Is there a letter for you? Then we let you know in the way you choose.',
    altijd: 'All your letters are always on this page too.',
    vraag: 'Choose what suits you',
    weg: {
      portaal: 'I look here myself',
      email: 'Send me an email',
      post: 'Send me the letter on paper',
    },
    uitleg: {
      portaal: 'You get no message. You look here for new letters.',
      email: 'The email only says that there is a message. It says nothing about you.',
      post: 'The letter comes through your door.',
    },
    email: 'Your email address',
    emailUitleg: 'It has an @ sign in it.',
    emailLeeg: 'Fill in your email address.',
    adres: {
      naar: (adres) => `We send the letter to ${adres}. Is that not right? Call us.`,
      geheim: 'Your address is secret. That is why you do not see it here.',
      onbekend: 'We do not know your address yet. Call us, and we will write it down.',
    },
    bewaar: 'Keep my choice',
    bewaard: 'We keep your choice.',
    mislukt: 'We cannot show your choice now. Please try again later.',
    terug: 'Back to my cases',
  },
};
