// Consent in the portal: a resident says yes or no to who wants to read along, and takes it back. B1.
import { getal } from './woorden';

export const toestemming = {
  titel: 'Toestemming',
  lead: 'Hier kiest u wie in uw zaak mag meelezen.',
  uitleg: 'U hoeft geen ja te zeggen. Zegt u nee? Dan krijgt u gewoon uw hulp.',
  leeg: 'Er is nu niets gevraagd, en niemand leest mee.',
  voor: (naam: string) => `Voor ${naam}`,
  uzelf: 'u',
  vraag: (wie: string) => `${wie} wil meelezen`,
  zin: (wie: string, rol: string, zaak: string, nummer: string) =>
    `${wie} is ${rol} en wil deze zaak lezen: ${zaak}, zaaknummer ${nummer}.`,
  waarom: 'Waarom',
  tot: 'Tot en met',
  antwoord: 'Antwoorden kan tot en met',
  ja: 'Ja, dat mag',
  nee: 'Nee',
  gegeven: (wie: string) => `${wie} mag nu meelezen.`,
  geweigerd: (wie: string) => `${wie} mag niet meelezen.`,
  geldt: 'Wie mag meelezen',
  geldtZin: (wie: string, rol: string, zaak: string) => `${wie} is ${rol} en mag deze zaak lezen: ${zaak}.`,
  trekIn: 'Trek in',
  stopTitel: (wie: string) => `Mag ${wie} niet meer meelezen?`,
  stopUitleg: (wie: string) => `${wie} kan de zaak dan meteen niet meer lezen, en niemand hoort waarom.`,
  stopJa: 'Ja, stop',
  gestopt: (wie: string) => `${wie} leest niet meer mee.`,
  nieuw: 'Er is een nieuwe vraag voor u.',
  mislukt: 'Wij kunnen dit nu niet laten zien. Probeer het later nog eens.',
  terug: 'Terug naar uw zaken',

  start: 'Toestemming',
  startVragen: (n: number) =>
    n === 0
      ? 'U kunt zien wie in uw zaken mag meelezen.'
      : n === 1
        ? 'Er wacht één vraag op uw antwoord.'
        : `Er wachten ${getal(n)} vragen op uw antwoord.`,
  startKnop: 'Bekijk de toestemming',
  startKnopVraag: 'Geef antwoord',
};
