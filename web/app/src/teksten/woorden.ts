// Words that texts are made of.
import type { Domein, Kanaal, Urgentie, Zaakstatus } from '../api/types';

const getallen = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];
export const getal = (n: number) => getallen[n] ?? String(n);
export const Getal = (n: number) => {
  const woord = getal(n);
  return woord === 'één' ? 'Eén' : woord.charAt(0).toUpperCase() + woord.slice(1);
};
export const en = (namen: string[]) =>
  namen.length < 2 ? (namen[0] ?? '') : `${namen.slice(0, -1).join(', ')} en ${namen[namen.length - 1]}`;

/** What colleagues call somebody. */
export const voornaam = (naam: string) => naam.split(' ')[0] ?? naam;

/** Who did something, and for whom they stood in: "Vera Molenaar namens Kevin de Wit". */
export const door = (wie: { naam: string; namens?: string | null } | null | undefined): string | undefined =>
  wie ? (wie.namens ? `${wie.naam} namens ${wie.namens}` : wie.naam) : undefined;

export const wet: Record<Domein, string> = {
  wmo: 'Wet maatschappelijke ondersteuning',
  jeugd: 'Jeugdwet',
  inkomen: 'Participatiewet',
};
export const status: Record<Zaakstatus, string> = {
  ontvangen: 'Ontvangen',
  verdeeld: 'Verdeeld',
  onderzoek: 'In onderzoek',
  besloten: 'Besloten',
};
export const kanaal: Record<Kanaal, string> = {
  balie: 'Balie',
  telefoon: 'Telefoon',
  portaal: 'Mijn Keukentafel',
  post: 'Post of e-mail',
  ketenpartner: 'Ketenpartner',
};
/** As a chip says it. */
export const urgentiewoord: Record<Urgentie, string> = { gewoon: 'Gewoon', spoed: 'Spoed', crisis: 'Crisis' };
export const urgentie: Record<Urgentie, string> = {
  gewoon: 'Gewoon',
  spoed: 'Spoed: de volgende werkdag kijken',
  crisis: 'Crisis: vandaag kijken',
};

/** As the beginning of a sentence. */
export const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);
