// Consent as who asks for it sees it. What a resident reads of it is in `toestemming.ts`; the portal does not carry these.
import type { Toestemmingstand } from '../api/types';

export const meelezen = {
  kop: 'Meelezen in deze zaak',
  uitleg:
    'U helpt deze inwoner ook. U mag deze zaak lezen als de inwoner dat goed vindt. Verslagen van gesprekken blijven voor wie erbij was.',
  vraagAan: (naam: string) => `Vraag toestemming aan ${naam}`,
  vraagVoor: (naam: string) => `Vraag toestemming voor ${naam}`,
  viaGezag: (naam: string) => `Wie het gezag heeft over ${naam}, geeft antwoord.`,
  dialoog: 'Toestemming vragen',
  doel: 'Waarvoor wilt u meelezen?',
  doelUitleg: 'De inwoner leest dit. Schrijf het kort en gewoon op.',
  doelTekort: 'Schrijf in een paar woorden op waarvoor u wilt meelezen.',
  totEnMet: 'Laatste dag',
  stuur: 'Stuur de vraag',
  stand: {
    gevraagd: 'Uw vraag wacht op antwoord.',
    geldt: 'U mag deze zaak lezen.',
    geweigerd: 'Het antwoord was nee.',
    ingetrokken: 'De toestemming is ingetrokken.',
    verlopen: 'Er kwam geen antwoord op uw vraag.',
    voorbij: 'De toestemming is voorbij.',
    vervallen: 'De toestemming geldt niet meer.',
  } satisfies Record<Toestemmingstand, string>,
  antwoordVoor: (dag: string) => `Het antwoord kan komen t/m ${dag}.`,
  vraagIn: 'Trek de vraag in',
  leest: (dag: string) => `U leest deze zaak met toestemming, t/m ${dag}. U kunt niets wijzigen.`,
  stop: 'Stop met meelezen',
};
