// Coming in, choosing a role, proving anew who one is, and one's own sessions. Read by residents too: B1.
import type { Apparaat, Browser } from '../api/types';

/** Why somebody was not let in, by the last word of the server's code. What is not here gets the sentence that fits all. */
const redenen: Record<string, { titel: string; uitleg: string }> = {
  verlopen: {
    titel: 'Het inloggen is niet gelukt',
    uitleg: 'Het duurde te lang, of u gebruikte een oude link. Begin opnieuw.',
  },
  onbereikbaar: {
    titel: 'Inloggen kan nu niet',
    uitleg: 'De inlogdienst werkt niet. Probeer het over een paar minuten opnieuw.',
  },
  afgebroken: {
    titel: 'U bent gestopt met inloggen',
    uitleg: 'Wilt u toch verder? Begin dan opnieuw.',
  },
  niveau: {
    titel: 'U moet veiliger inloggen',
    uitleg:
      'Bent u inwoner? Gebruik dan de DigiD-app en doe eerst een ID-check. Werkt u hier? Log dan in met twee stappen.',
  },
  niet_opnieuw: {
    titel: 'U hebt niet opnieuw ingelogd',
    uitleg: 'Probeer het nog een keer. Vul daarbij uw gegevens opnieuw in.',
  },
  geen_rol: {
    titel: 'U hebt nog geen rol in Keukentafel',
    uitleg:
      'Uw account hoort bij geen enkele groep die hier werkt. Vraag uw leidinggevende om dat te regelen.',
  },
  inwoner_onbekend: {
    titel: 'Wij kennen u nog niet',
    uitleg: 'Er is nog niets van u bij ons bekend. Hebt u hulp nodig? Bel de gemeente of kom langs.',
  },
  machtiging: {
    titel: 'Inloggen voor iemand anders kan hier niet',
    uitleg: 'Medewerkers loggen in voor zichzelf.',
  },
  machtiging_eigen: {
    titel: 'Voor uzelf hebt u geen machtiging nodig',
    uitleg: 'Log in met uw eigen DigiD. Kies daarbij niet voor een ander.',
  },
  gemachtigde_onbekend: {
    titel: 'Wij kennen u nog niet',
    uitleg: 'U wilt iets regelen voor een ander. Wij moeten eerst weten wie u bent. Bel de gemeente.',
  },
  machtiging_niets: {
    titel: 'Voor deze persoon kunt u hier niets bekijken',
    uitleg: 'Wilt u iets regelen voor deze persoon? Bel dan de gemeente.',
  },
  machtiging_kind: {
    titel: 'Voor een kind logt u in als uzelf',
    uitleg: 'Hebt u gezag over het kind? Dan ziet u bij uzelf wat er loopt. Anders belt u de gemeente.',
  },
  machtiging_soort: {
    titel: 'Deze machtiging kennen wij niet',
    uitleg:
      'U kunt alleen inloggen voor iemand van wie u zelf een machtiging kreeg. Voor of via een bedrijf kan het niet.',
  },
  machtiging_onjuist: {
    titel: 'De machtiging klopte niet',
    uitleg: 'Wij weten niet voor wie u inlogt. Probeer het opnieuw. Lukt het niet? Bel dan de gemeente.',
  },
  geen_naam: {
    titel: 'Wij kregen geen goede naam van u',
    uitleg: 'Vraag uw beheerder om uw naam in de inlogdienst aan te vullen.',
  },
  geen_spoor: {
    titel: 'U kunt nu niet inloggen',
    uitleg: 'Wij kunnen nu niet vastleggen wie er inlogt. Probeer het over een paar minuten opnieuw.',
  },
  andere_persoon: {
    titel: 'Iemand anders heeft ingelogd',
    uitleg: 'Log opnieuw in met uw eigen gegevens.',
  },
};

const onjuist = {
  titel: 'Het inloggen is niet gelukt',
  uitleg: 'Probeer het opnieuw. Lukt het weer niet? Bel dan de helpdesk.',
};

const apparaat: Record<Apparaat, string> = {
  computer: 'Computer',
  telefoon: 'Telefoon',
  tablet: 'Tablet',
  onbekend: 'Onbekend apparaat',
};

const browser: Record<Browser, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  anders: 'een andere browser',
};

export const inloggen = {
  titel: 'Inloggen',
  lead: 'Kies hoe u wilt inloggen.',
  reden: (woord: string) => redenen[woord] ?? onjuist,
  inwoner: 'Ik ben inwoner',
  inwonerUitleg:
    'U logt in met DigiD. Daarna ziet u wat er voor u loopt. Mag u dit voor een ander doen? Log dan ook in met uw eigen DigiD. U kiest daarna voor wie.',
  inwonerKnop: 'Log in met DigiD',
  medewerker: 'Ik werk hier',
  medewerkerUitleg: 'U logt in met uw account van de gemeente.',
  medewerkerKnop: 'Log in als medewerker',
  demo: 'Ik wil het uitproberen',
  demoUitleg: 'Dit is om te proberen. De mensen en de zaken bestaan niet echt.',
  demoKnop: 'Naar de proefomgeving',
  geen: 'Inloggen kan hier nog niet. De beheerder moet de inlogdienst nog instellen.',
};

export const rolkeuze = {
  titel: 'In welke rol werkt u nu?',
  lead: (naam: string) =>
    `Dag ${naam}. U hebt meer dan één rol. Wat u ziet en mag, hoort bij de rol die u kiest.`,
  wissel: 'U werkt nu in een rol. Kiest u een andere, dan bevestigt u eerst dat u het bent.',
  nu: (rol: string) => `${rol} (deze rol hebt u nu)`,
  mislukt: 'Kiezen lukte niet. Probeer het nog een keer.',
  link: 'Andere rol',
};

export const stapOp = {
  titel: 'Bevestig dat u het bent',
  lead: 'Wat u wilt doen, vraagt om extra zekerheid. Log daarom nog een keer in. Daarna hebt u 5 minuten de tijd.',
  opnieuw: 'Log nog een keer in',
  demo: 'Ja, ik ben het',
  demoUitleg: 'In de proefomgeving hoeft u niet echt opnieuw in te loggen.',
  terug: 'Nee, terug',
  mislukt: 'Bevestigen lukte niet. Probeer het nog een keer.',
  dialoogDemo:
    'Wat u wilt doen, vraagt om extra zekerheid. Wat u hebt ingevuld, blijft staan. In de proefomgeving hoeft u niet echt opnieuw in te loggen.',
  dialoogElders:
    'Wat u wilt doen, vraagt om extra zekerheid. Log daarom nog een keer in. Dat doet u in een nieuw tabblad. Wat u hebt ingevuld, blijft hier staan.',
  elders: 'Log in, in een nieuw tabblad',
  klaar: 'Ik heb ingelogd',
  nogNiet: 'U hebt nog niet opnieuw ingelogd.',
  bewezen: 'U hebt bevestigd dat u het bent',
  bewezenUitleg: 'Ga terug naar het tabblad waar u bezig was. Dit tabblad kunt u sluiten.',
};

export const sessies = {
  titel: 'Waar u bent ingelogd',
  lead: 'Herkent u iets niet? Log daar dan uit.',
  link: 'Mijn sessies',
  toestel: (wat: Apparaat, waarmee: Browser) => `${apparaat[wat]}, ${browser[waarmee]}`,
  deze: 'Dit apparaat, nu',
  rol: (naam: string) => `Als ${naam}.`,
  namens: (naam: string) => `Namens ${naam}.`,
  sinds: (dag: string, tijd: string) => `Ingelogd op ${dag} om ${tijd} uur.`,
  laatst: (dag: string, tijd: string) => `Voor het laatst gebruikt op ${dag} om ${tijd} uur.`,
  beeindig: 'Log hier uit',
  beeindigVan: (wat: string) => `Log hier uit: ${wat}`,
  andere: 'Log overal anders uit',
  geenAndere: 'U bent nergens anders ingelogd.',
  beeindigd: 'U bent daar uitgelogd.',
  mislukt: 'Uitloggen lukte niet. Probeer het nog een keer.',
  overal: 'Log overal uit, ook hier',
};
