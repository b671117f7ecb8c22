// What needs somebody now, out of all their lists: the same few facts for each, so that one order holds for all. Pure.
import type {
  ActieRij,
  Bijdragevermelding,
  GlazenWat,
  LeidingWat,
  NazichtenWat,
  RekeningKort,
  SignaalRij,
  TaakRij,
  ZaakRij,
} from '../../api/types';
import { dagenTot, dagIso } from '../../datum';
import { nl } from '../../teksten/werk';
import { termijnstand } from '../../ui/termijn';
import { wieNaam } from '../signalen/naam';

const t = nl.vandaag;

/** The less, the sooner: what is late, what is for today, what is near, what waits without a day. */
export const RANG = { laat: 0, vandaag: 1, bijna: 2, wacht: 3 } as const;
export type Rang = (typeof RANG)[keyof typeof RANG];

export interface Punt {
  id: string;
  rang: Rang;
  /** By which day; empty without one. */
  dag: string;
  naam: string;
  onder: string;
  naar: string;
  knop: string;
  /** The zaak that is begun with it: pressing it is a deed, and no way to another page. */
  begint?: string;
  /** `naam` is somebody's; of a zaak whose person one does not see it is what kind it is. */
  metNaam?: boolean;
  /** How it is marked at the front. */
  merk:
    | { soort: 'termijn' | 'contact'; dag: string }
    | { soort: 'urgentie'; urgentie: ZaakRij['urgentie'] }
    | undefined;
}

const opDag = (dag: string, now: Date): Rang => {
  const dagen = dagenTot(dag, now);
  if (dagen < 0) return RANG.laat;
  return dagen === 0 ? RANG.vandaag : termijnstand(dag, now) === 'bijna' ? RANG.bijna : RANG.wacht;
};

/** What is late, near, urgent or has a day for contact. The rest of the list can wait. */
function zaakrang(rij: ZaakRij, now: Date): Rang {
  const dagen = [rij.contact_uiterlijk, rij.uiterlijk_op].filter((dag) => typeof dag === 'string');
  const eigen = Math.min(...dagen.map((dag) => opDag(dag, now))) as Rang;
  const spoed = rij.urgentie === 'crisis' ? RANG.vandaag : rij.urgentie === 'spoed' ? RANG.bijna : RANG.wacht;
  return Math.min(eigen, spoed) as Rang;
}

/** What one does about a zaak of one's own: begin it, go on with it, or look at it when it is another's or done. */
function vervolg(rij: ZaakRij, als: ReadonlySet<string>): Pick<Punt, 'knop' | 'begint'> {
  const eigen = rij.behandelaars.some(({ id }) => als.has(id));
  if (eigen && rij.status === 'onderzoek') return { knop: t.knop.verder };
  return eigen && rij.status === 'verdeeld' ? { knop: t.knop.begin, begint: rij.id } : { knop: t.knop.open };
}

export interface Lezer {
  /** Who looks, and for whom they stand in. */
  als: ReadonlySet<string>;
  /** Who looks gives the work to others. */
  verdeelt: boolean;
}

export function vanZaak(rij: ZaakRij, now: Date, { als, verdeelt }: Lezer): Punt | undefined {
  const wacht = rij.behandelaars.length === 0;
  const basis = {
    id: `zaak-${rij.id}`,
    naam: rij.persoon?.naam ?? rij.zaaktype_naam,
    metNaam: rij.persoon !== undefined && rij.persoon !== null,
    naar: `/zaken/${rij.id}`,
    dag: rij.contact_uiterlijk ?? rij.uiterlijk_op,
  };
  if (rij.te_accorderen) {
    const onder = t.punt.toets(rij.te_accorderen.door.naam);
    return { ...basis, rang: RANG.bijna, onder, knop: t.knop.beoordeel, merk: undefined };
  }
  const rang = zaakrang(rij, now);
  if (rang === RANG.wacht) return undefined;
  const merk: Punt['merk'] = rij.contact_uiterlijk
    ? { soort: 'contact', dag: rij.contact_uiterlijk }
    : rij.urgentie === 'crisis' && opDag(rij.uiterlijk_op, now) !== RANG.laat
      ? { soort: 'urgentie', urgentie: rij.urgentie }
      : { soort: 'termijn', dag: rij.uiterlijk_op };
  const onder = [rij.onderwerp ?? rij.zaaknummer, wacht ? t.punt.niemand : t.status[rij.status]].join(' · ');
  const vrij = { knop: verdeelt ? t.knop.verdeel : t.knop.open };
  return { ...basis, rang, onder, merk, ...(wacht ? vrij : vervolg(rij, als)) };
}

/** What one began and has not finished, the nearest day first. */
export const bezigMet = (rijen: ZaakRij[], als: ReadonlySet<string>): ZaakRij[] =>
  rijen
    .filter((rij) => rij.status === 'onderzoek' && rij.behandelaars.some(({ id }) => als.has(id)))
    .sort((a, b) => a.uiterlijk_op.localeCompare(b.uiterlijk_op) || a.id.localeCompare(b.id));

export const isTaakRij = (rij: ActieRij | TaakRij): rij is TaakRij => 'zaak' in rij;
export const doedag = (rij: ActieRij | TaakRij) => (isTaakRij(rij) ? rij.dag : rij.datum);

/** What one is to do, from the day before on. */
export function vanDoen(rij: ActieRij | TaakRij, now: Date): Punt | undefined {
  const dag = doedag(rij);
  const dagen = dagenTot(dag, now);
  if (dagen > 1) return undefined;
  const rang = dagen < 0 ? RANG.laat : dagen === 0 ? RANG.vandaag : RANG.bijna;
  const over = isTaakRij(rij)
    ? (rij.persoon?.naam ?? rij.zaaktype_naam)
    : nl.en(rij.voor.map(({ naam }) => naam));
  return {
    id: `doen-${rij.id}`,
    rang,
    dag,
    naam: rij.omschrijving,
    onder: over,
    naar: isTaakRij(rij) ? `/zaken/${rij.zaak}` : `/plannen/${rij.plan}`,
    knop: isTaakRij(rij) ? t.knop.doe : t.knop.plan,
    merk: { soort: 'termijn', dag },
  };
}

/** What leden of a plan brought in waits for who leads it: each plan once. */
export function vanBijdragen(bijdragen: Bijdragevermelding[]): Punt[] {
  const plannen = [...new Set(bijdragen.map(({ plan }) => plan))];
  return plannen.map((plan) => {
    const hier = bijdragen.filter((een) => een.plan === plan);
    return {
      id: `bijdragen-${plan}`,
      rang: RANG.bijna,
      dag: hier[0]?.op.slice(0, 10) ?? '',
      naam: t.punt.bijdragen(hier.length),
      onder: t.punt.bijdragenUitleg,
      naar: `/plannen/${plan}`,
      knop: t.knop.plan,
      merk: undefined,
    };
  });
}

/** A signaal that cannot wait. */
export function vanSignaal(rij: SignaalRij): Punt | undefined {
  if (rij.urgentie === 'gewoon' || rij.afgehandeld || rij.opgegaan_in) return undefined;
  return {
    id: `signaal-${rij.id}`,
    rang: rij.urgentie === 'crisis' ? RANG.vandaag : RANG.bijna,
    dag: rij.ontvangen_op.slice(0, 10),
    naam: rij.soort_naam,
    onder: rij.betreft ? wieNaam(rij.betreft) : t.punt.signaal,
    naar: `/signalen/${rij.id}`,
    knop: t.knop.signaal,
    merk: { soort: 'urgentie', urgentie: rij.urgentie },
  };
}

export function vanLeiding({ zonder_regisseur, pogingen }: LeidingWat): Punt[] {
  const basis = { rang: RANG.wacht, naar: '/leiding', knop: t.knop.regel, merk: undefined };
  return [
    ...zonder_regisseur.map((plan) => ({
      ...basis,
      id: `plan-${plan.plan}`,
      dag: plan.begonnen_op.slice(0, 10),
      naam: t.punt.plan(plan.was.naam),
      onder: t.punt.planUitleg,
    })),
    ...pogingen.map((poging) => ({
      ...basis,
      id: `poging-${poging.door.id}-${poging.op}`,
      dag: poging.op.slice(0, 10),
      naam: t.punt.poging(poging.door.naam),
      onder: t.punt.pogingUitleg,
    })),
  ];
}

export const vanNazicht = ({ items }: NazichtenWat, now: Date): Punt[] =>
  items.map((item) => ({
    id: `nazicht-${item.id}`,
    rang: item.te_laat ? RANG.laat : opDag(item.uiterlijk.slice(0, 10), now),
    dag: item.uiterlijk.slice(0, 10),
    naam: t.punt.nazien(item.medewerker.naam),
    onder: t.punt.nazienUitleg,
    naar: `/nazicht/${item.id}`,
    knop: t.knop.kijkNa,
    merk: { soort: 'termijn', dag: item.uiterlijk.slice(0, 10) },
  }));

export const vanGlas = ({ items }: GlazenWat): Punt[] =>
  items.map((glas) => ({
    id: `glas-${glas.id}`,
    rang: RANG.vandaag,
    dag: dagIso(new Date(glas.van)),
    naam: t.punt.glas(glas.wie.naam),
    onder: t.punt.glasUitleg,
    naar: '/nakijken',
    knop: t.knop.beoordeel,
    merk: undefined,
  }));

export const vanRekeningen = (items: RekeningKort[]): Punt[] =>
  items
    .filter(({ verschil, onjuist }) => verschil || onjuist)
    .map((rekening) => ({
      id: `rekening-${rekening.id}`,
      rang: RANG.vandaag,
      dag: rekening.sinds,
      naam: rekening.persoon?.naam ?? t.punt.naamloos,
      onder: rekening.verschil ? t.punt.rekening : t.punt.rekeningOnjuist,
      naar: `/rekeningen/${rekening.id}`,
      knop: t.knop.rekening,
      merk: undefined,
    }));

/** By how soon, then by day, then by name. */
export const opRang = (a: Punt, b: Punt) =>
  a.rang - b.rang || a.dag.localeCompare(b.dag) || a.naam.localeCompare(b.naam) || a.id.localeCompare(b.id);
