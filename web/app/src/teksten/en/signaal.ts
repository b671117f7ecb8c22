// What a resident reads who is worried about somebody, in English. B1.
import type { signaal } from '../signaal';
import type { Vertaling } from '../vertaling';

export const signaalEn: Vertaling<Pick<typeof signaal, 'melden' | 'betrouwbaarheid'>> = {
  betrouwbaarheid: {
    vastgesteld: 'From our own records',
    eigen_waarneming: 'I saw or heard it myself',
    van_horen_zeggen: 'I heard it from others',
  },
  melden: {
    titel: 'Are you worried about somebody?',
    lead: 'Let us know. We look at what is needed.',
    groepTitel: 'Report a worry about this group',
    groepLead: (namen) => `This is about the group of ${namen}. Do they have a plan? Then it goes there.`,
    naarGroep: 'Back to the group',
    beschermd:
      'Our local team sees your name with this report. So can those who check how we work. We do not tell the person it is about who told us.',
    soort: 'What is it about?',
    kies: 'Choose a subject',
    soortFout: 'Choose what it is about.',
    naam: 'What is the name of the person?',
    naamUitleg: 'Do you not know the name? Then write what you do know, like ‘the woman at number 12’.',
    naamFout: 'Write the name, or what you do know.',
    geboortedatum: 'When was the person born?',
    geboortedatumUitleg: 'For example 14-3-1958. Do you not know the day? Then write what you do know.',
    geboren: (tekst) => `Born: ${tekst}.`,
    toelichting: 'What do you see or hear?',
    toelichtingUitleg: 'Write down what you see or hear yourself.',
    zelf: 'How do you know this?',
    stuur: 'Send your report',
    gevaar: 'Is there danger now? Call 112.',
    klaarTitel: 'We have your report',
    klaar:
      'Thank you. Somebody of our local team looks at it. What we do, we only tell the person it is about. That keeps it private.',
    nogEen: 'Report something else',
    terug: 'Back to the start',
    link: 'Tell us that you are worried',
    zelfOver: 'Is it about you or your own money? Then we talk about it together. Call',
    linkUitleg: 'Are you worried about somebody near you? You can tell us here.',
  },
};
