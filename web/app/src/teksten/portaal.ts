// What a resident reads. B1.
import type { Gesprekplek, Zaakstatus } from '../api/types';
import { en, getal, hoofdletter, voornaam } from './woorden';

export const portaal = {
  titel: 'Mijn zaken',
  groet: (naam: string) => `Dag ${voornaam(naam)}`,
  lead: (n: number) =>
    n === 0
      ? 'U hebt nu geen zaken bij ons.'
      : n === 1
        ? 'U hebt één zaak bij ons.'
        : `U hebt ${getal(n)} zaken bij ons.`,
  /** Of the one for whom somebody else comes in. */
  leadVan: (naam: string, n: number) => {
    if (n === 0) return `${voornaam(naam)} heeft nu geen zaken bij ons.`;
    if (n === 1) return `${voornaam(naam)} heeft één zaak bij ons.`;
    return `${voornaam(naam)} heeft ${getal(n)} zaken bij ons.`;
  },
  namens: (naam: string) => `U doet dit namens ${naam}.`,
  namensUitleg: (naam: string) =>
    `Staat hier 'u' of 'uw'? Dan gaat het over ${voornaam(naam)}. ${voornaam(naam)} kan zien wat u hier bekijkt.`,
  zakenVan: (naam: string) => `De zaken van ${naam}`,
  alleenZelf: (naam: string) => `Dit kan alleen ${naam} zelf bekijken.`,
  alleenZelfUitleg: (naam: string) => `${voornaam(naam)} logt daarvoor in met de eigen DigiD.`,
  voorKind: (naam: string) => `Voor ${naam}`,
  voorKindUitleg: (naam: string) => `U ziet dit omdat u het gezag hebt over ${naam}.`,
  zaken: 'Uw zaken',
  zin: (status: Zaakstatus, namen: string[]) => {
    const wie = en(namen);
    const meer = namen.length > 1;
    switch (status) {
      case 'ontvangen':
        return 'Wij hebben uw melding. Wij kijken wie u gaat helpen.';
      case 'verdeeld':
        return `${wie} ${meer ? 'gaan' : 'gaat'} u helpen. U krijgt bericht voor een gesprek.`;
      case 'onderzoek':
        return `${wie} ${meer ? 'zijn' : 'is'} met uw melding bezig.`;
      case 'besloten':
        return 'Wij hebben een besluit genomen. U krijgt daarover een brief.';
    }
  },
  /** The same of every zaak, also of what cannot wait: how soon it is must not show here (ADR 15). */
  uiterlijk: (begonnen: boolean, datum: string) =>
    `${begonnen ? '' : 'Wij nemen eerst contact met u op. Heeft het haast, dan doen wij dat snel. '}U hoort uiterlijk op ${datum} wat wij beslissen.`,
  over: (soort: string, onderwerp: string) => `${soort}: ${onderwerp}`,
  sinds: (datum: string) => `Wij kregen uw melding op ${datum}.`,
  nummer: (nummer: string) => `Zaaknummer ${nummer}.`,
  bevestiging: 'Ontvangstbevestiging',
  bevestigingUitleg: (nummer: string, dag: string) =>
    `Wij hebben uw melding ontvangen op ${dag}. Uw zaaknummer is ${nummer}. Noem dit nummer als u ons belt.`,
  berichten: 'Kies hoe u bericht krijgt',
  watNu: 'Wat gebeurt er nu?',
  /** What is still to come: never what was done already. */
  volgende: (status: Zaakstatus, uiterlijk: string) => {
    const contact = 'Wij nemen contact met u op voor een gesprek. Heeft het haast, dan doen wij dat snel.';
    const besluit = `Daarna beslissen wij. U hoort dat uiterlijk op ${uiterlijk}.`;
    switch (status) {
      case 'ontvangen':
        return ['Wij kiezen wie u gaat helpen.', contact, besluit];
      case 'verdeeld':
        return [contact, besluit];
      case 'onderzoek':
        return ['Wij praten met u over wat u nodig hebt.', besluit];
      case 'besloten':
        return [];
    }
  },
  voortgang: (nummer: string) => `Voortgang van zaak ${nummer}`,
  stappen: {
    ontvangen: 'Wij hebben uw melding',
    verdeeld: 'Wij kiezen wie u helpt',
    onderzoek: 'Wij praten met u',
    besluit: 'Wij beslissen',
  },
  stapAfspraak: 'Wij maken een afspraak met u',
  nu: 'nu',
  klaar: 'klaar',
  wieBenIk: 'Uw gegevens',
  ingelogd: (naam: string) => `U bent ingelogd als ${naam}.`,
  gewijzigd: 'Er is iets nieuws in uw zaken.',
  menu: {
    zaken: 'Mijn zaken',
    geld: 'Mijn geld',
    plan: 'Mijn plan',
    taken: 'Mijn taken',
    open: (n: number) => (n === 1 ? 'wacht op u' : 'wachten op u'),
    nieuw: (n: number) => (n === 1 ? 'nieuw bericht' : 'nieuwe berichten'),
  },
  afspraak: {
    kop: (n: number) => (n === 1 ? 'Uw afspraak' : 'Uw afspraken'),
    wanneer: (dag: string, uur: string) => `${hoofdletter(dag)} om ${uur} uur`,
    plek: (plek: Gesprekplek, namen: string[]) => {
      const meer = namen.length > 1;
      switch (plek) {
        case 'thuis':
          return `${en(namen)} ${meer ? 'komen' : 'komt'} bij u thuis.`;
        case 'gemeentehuis':
          return `U komt naar het gemeentehuis. U praat daar met ${en(namen)}.`;
        case 'bellen':
          return `${en(namen)} ${meer ? 'bellen' : 'belt'} u.`;
      }
    },
    over: (naam: string) => `Het gesprek gaat over ${naam}.`,
    kanNiet: 'Kunt u dan niet? Bel ons.',
    afgezegd: 'Dit gesprek gaat niet door.',
    afgezegdUitleg: 'U hoort van ons wanneer wij u wel spreken.',
    gewijzigd: 'Er is iets veranderd in uw afspraken.',
  },
  taken: {
    titel: 'Mijn taken',
    lead: (n: number) =>
      n === 0
        ? 'U hoeft nu niets te doen.'
        : n === 1
          ? 'Wij vragen één ding van u.'
          : `Wij vragen ${getal(n)} dingen van u.`,
    leeg: 'Vragen wij iets van u? Dan ziet u dat hier meteen.',
    erbij: 'Er is iets nieuws dat wij van u vragen.',
    kop: 'Dit vragen wij van u',
    alle: 'Bekijk alles wat wij vragen',
    antwoordVoor: (dag: string) => `Antwoord uiterlijk op ${dag}`,
    voor: (dag: string) => `Doe dit uiterlijk op ${dag}`,
    wasVoor: (dag: string) => `Dit was voor ${dag}`,
    wilMeelezen: (wie: string, voor: string | undefined) =>
      voor ? `${wie} wil meelezen in een zaak van ${voor}` : `${wie} wil meelezen in uw zaak`,
    vrij: 'U mag ja of nee zeggen.',
    geefAntwoord: 'Geef antwoord',
    afgesproken: 'Dit hebt u afgesproken in uw plan.',
    luktNiet: 'Lukt het niet? Zeg het ons.',
    bel: 'Bel',
    vraagNaar: (naam: string) => `Vraag naar ${naam}.`,
    bekijkPlan: 'Bekijk uw plan',
  },
  hulpTitel: 'Hulp en contact',
  rond: 'Wat staat waar?',
  hulpVraag: 'Hebt u een vraag?',
  hulpNummer: 'Noem uw zaaknummer als u ons belt. Dat staat bij uw zaak.',
  zorgen: 'Maakt u zich zorgen om iemand?',
  hulp: 'Hulp nodig?',
  hulpBel: 'Bel ons op werkdagen van 9 tot 17 uur',
  hulpBalie: 'U kunt ook langskomen bij de balie.',
  belGemeente: (naam: string) => `${naam} bellen:`,
  uitgelogd: 'U bent uitgelogd',
  uitgelogdUitleg: 'Log opnieuw in om uw zaken te zien.',
  inloggen: 'Log opnieuw in',
  misUitleg: 'Dat ligt niet aan u. Probeer het opnieuw. Lukt het dan nog niet? Bel ons.',
  wegUitleg: 'Of u mag de pagina niet zien. Klopt dat niet? Bel ons.',
  terug: 'Naar uw zaken',
};
