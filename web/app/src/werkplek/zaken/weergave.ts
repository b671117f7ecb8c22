// How somebody looks at the zaken: which, in what order, with which columns. It stands in the address, so that a view can be kept as a
// bookmark, sent to a colleague and gone back to. What is typed to search is not in it: a name never stands in an address.
import type { Urgentie, Zaakstatus } from '../../api/types';

/** In the order in which they stand. The zaak itself is always there. */
export const KOLOMMEN = [
  'zaak',
  'soort',
  'onderwerp',
  'status',
  'behandelaars',
  'taken',
  'ontvangen',
  'termijn',
] as const;
export type Kolom = (typeof KOLOMMEN)[number];

/** What one has, what nobody has, what waits for one's judgement; or by the id of who works on it. */
export const WELKE = ['mijn', 'niemand', 'toets'] as const;
export const TERMIJNEN = ['laat', 'week', 'later'] as const;
export type Termijnkeuze = (typeof TERMIJNEN)[number];

export interface Weergave {
  /** One of `WELKE`, or the id of a medewerker; absent: all. */
  wie?: string;
  status?: Zaakstatus;
  /** The zaaktype. */
  soort?: string;
  termijn?: Termijnkeuze;
  urgentie?: Urgentie;
  /** By what it is sorted. */
  op: Kolom;
  /** From high to low. */
  af: boolean;
  kolommen: readonly Kolom[];
}

const STANDAARD: Weergave = { op: 'termijn', af: false, kolommen: KOLOMMEN };
const STATUSSEN: readonly string[] = [
  'ontvangen',
  'verdeeld',
  'onderzoek',
  'besloten',
] satisfies Zaakstatus[];
const URGENTIES: readonly string[] = ['gewoon', 'spoed', 'crisis'] satisfies Urgentie[];
const WOORD = /^[A-Za-z0-9-]{1,64}$/;

const een = <T extends string>(waarde: string | null, uit: readonly string[]): T | undefined =>
  waarde !== null && uit.includes(waarde) ? (waarde as T) : undefined;
const woord = (waarde: string | null) => (waarde !== null && WOORD.test(waarde) ? waarde : undefined);

/** From the address; what is not a view is left out. */
export function leesWeergave(adres: string): Weergave {
  const vraag = new URLSearchParams(adres);
  const [op, richting] = (vraag.get('op') ?? '').split('.');
  const gevraagd = (vraag.get('kolommen') ?? '').split('.');
  const kolommen = KOLOMMEN.filter((kolom) => kolom === 'zaak' || gevraagd.includes(kolom));
  const gelezen: Weergave = {
    wie: woord(vraag.get('wie')),
    status: een<Zaakstatus>(vraag.get('status'), STATUSSEN),
    soort: woord(vraag.get('soort')),
    termijn: een<Termijnkeuze>(vraag.get('termijn'), TERMIJNEN),
    urgentie: een<Urgentie>(vraag.get('urgentie'), URGENTIES),
    op: een<Kolom>(op ?? null, KOLOMMEN) ?? STANDAARD.op,
    af: richting === 'af',
    kolommen: vraag.has('kolommen') ? kolommen : STANDAARD.kolommen,
  };
  return gelezen;
}

/** For the address: only what differs from how it begins. */
export function schrijfWeergave(weergave: Weergave): string {
  const vraag = new URLSearchParams();
  for (const veld of ['wie', 'status', 'soort', 'termijn', 'urgentie'] as const) {
    const waarde = weergave[veld];
    if (waarde) vraag.set(veld, waarde);
  }
  if (weergave.op !== STANDAARD.op || weergave.af) {
    vraag.set('op', weergave.af ? `${weergave.op}.af` : weergave.op);
  }
  if (weergave.kolommen.length !== KOLOMMEN.length) vraag.set('kolommen', weergave.kolommen.join('.'));
  return vraag.toString();
}

/** Whether rows can be left out by it. */
export const filtert = (w: Weergave): boolean =>
  Boolean(w.wie || w.status || w.soort || w.termijn || w.urgentie);

/** Another column sorts from low to high; the same one turns round. */
export const sorteerOp = (w: Weergave, op: Kolom): Weergave => ({ ...w, op, af: w.op === op && !w.af });

export const schakelKolom = (w: Weergave, kolom: Kolom, aan: boolean): Weergave => ({
  ...w,
  kolommen: KOLOMMEN.filter((k) => k === 'zaak' || (k === kolom ? aan : w.kolommen.includes(k))),
});
