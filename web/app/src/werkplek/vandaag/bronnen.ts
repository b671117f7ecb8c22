// From where the first page knows what needs somebody: per role the lists that are theirs, live. What a role has no part in is not asked for.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { haal } from '../../api/http';
import type {
  ActieRij,
  AfspraakRij,
  CaseloadWat,
  GlazenWat,
  Ik,
  LeidingWat,
  NazichtenWat,
  NieuwWat,
  RekeningKort,
  SignaalRij,
  TaakRij,
  ZaakRij,
} from '../../api/types';
import { dagenTot } from '../../datum';
import { useBundle, useNu, useView } from '../../rt/hooks';
import { type ActiesRij, afspraken, isDoen } from '../../rt/topics/acties';
import type { BundleState, Lid, TopicState } from '../../rt/topics/kanaal';
import { verdeelt } from '../caseload/recht';
import { useNieuw } from '../nieuw';
import { heeftActies, heeftSignalen, heeftVoorraad } from '../rollen';
import { useAls } from '../toekenning/Meldingen';
import { isTeLaat } from '../werkvoorraad/spoed';
import {
  bezigMet,
  doedag,
  opRang,
  type Punt,
  RANG,
  vanBijdragen,
  vanDoen,
  vanGlas,
  vanLeiding,
  vanNazicht,
  vanRekeningen,
  vanSignaal,
  vanZaak,
} from './punten';

/** What there is of one source: nothing yet, what came, or nothing for this role. */
const inhoud = <T>(stand: TopicState<T>): T | undefined => (stand.stand === 'klaar' ? stand.b : undefined);
const leden = <T>(stand: BundleState<T>): Lid<T>[] => (stand.stand === 'klaar' ? stand.leden : []);

export interface Stand {
  /** Everything that belongs to this role has come. */
  klaar: boolean;
  punten: Punt[];
  nieuw: ZaakRij[];
  /** What one began and has not finished, the nearest day first. */
  bezig: ZaakRij[];
  zaken: ZaakRij[];
  doen: (ActieRij | TaakRij)[];
  afspraken: AfspraakRij[];
  caseload: CaseloadWat | undefined;
  telt: Record<
    | 'mijn'
    | 'laat'
    | 'contact'
    | 'toets'
    | 'wachten'
    | 'doenLaat'
    | 'doenVandaag'
    | 'signalen'
    | 'regelen'
    | 'nazien'
    | 'glas'
    | 'rekening',
    number
  >;
}

function useLijsten(ik: Ik) {
  const gemeente = ik.gemeente.id;
  const als = (mag: boolean, topic: string) => (mag ? topic : undefined);
  const toezicht = ik.rol === 'privacyfunctionaris';
  const budget = ik.rol === 'medewerker_budgetbeheer';
  return {
    zaken: useBundle<ZaakRij>(als(heeftVoorraad(ik.rol) || verdeelt(ik), `werkvoorraad/${ik.id}`)),
    doen: useBundle<ActiesRij>(als(heeftActies(ik.rol), `acties/${ik.id}`)),
    signalen: useBundle<SignaalRij>(als(heeftSignalen(ik.rol), `signalen/${gemeente}`)),
    caseload: useView<CaseloadWat>(als(verdeelt(ik), `caseload/${gemeente}`)),
    leiding: useView<LeidingWat>(als(verdeelt(ik), `leiding/${gemeente}`)),
    nazicht: useView<NazichtenWat>(als(toezicht, `nazicht/${gemeente}`)),
    glazen: useView<GlazenWat>(als(toezicht, `glazen/${gemeente}`)),
    rekeningen: useQuery({
      queryKey: ['rekeningen'],
      queryFn: () => haal<{ items: RekeningKort[] }>('/rekeningen').then(({ items }) => items),
      enabled: budget,
    }),
  };
}

type Lijsten = ReturnType<typeof useLijsten>;

function isKlaar(ik: Ik, l: Lijsten): boolean {
  const wacht = (mag: boolean, stand: string) => mag && stand === 'laden';
  const toezicht = ik.rol === 'privacyfunctionaris';
  return ![
    wacht(heeftVoorraad(ik.rol) || verdeelt(ik), l.zaken.stand),
    wacht(heeftActies(ik.rol), l.doen.stand),
    wacht(heeftSignalen(ik.rol), l.signalen.stand),
    wacht(verdeelt(ik), l.caseload.stand),
    wacht(verdeelt(ik), l.leiding.stand),
    wacht(toezicht, l.nazicht.stand),
    wacht(toezicht, l.glazen.stand),
    ik.rol === 'medewerker_budgetbeheer' && l.rekeningen.isPending,
  ].some(Boolean);
}

const telZaken = (rijen: ZaakRij[], mijn: ZaakRij[], now: Date) => ({
  mijn: mijn.length,
  laat: mijn.filter((rij) => isTeLaat(rij, now)).length,
  contact: rijen.filter((rij) => rij.contact_uiterlijk && dagenTot(rij.contact_uiterlijk, now) <= 0).length,
  toets: rijen.filter((rij) => rij.te_accorderen).length,
  wachten: rijen.filter((rij) => rij.behandelaars.length === 0).length,
});

/** Everything on the first page: what the lists hold, and what leden of one's plans brought in. */
export function useStand(ik: Ik): Stand {
  const stand = useLijststand(ik);
  // Who leads plans, or stands in for who does.
  const leidt = heeftActies(ik.rol);
  const nieuw = useView<NieuwWat>(leidt ? `nieuw/${ik.id}` : undefined);
  const klaar = stand.klaar && !(leidt && nieuw.stand === 'laden');
  const uit = inhoud(nieuw)?.bijdragen;
  return useMemo(() => {
    const punten = [...stand.punten, ...vanBijdragen(uit ?? [])].sort(opRang);
    return { ...stand, klaar, punten };
  }, [stand, klaar, uit]);
}

/** What the lists hold, worked out at this minute. */
function useLijststand(ik: Ik): Stand {
  const now = useNu();
  const l = useLijsten(ik);
  const isNieuw = useNieuw(ik);
  // A set that holds the same is the same.
  const wie = [...useAls(ik)].join();
  const klaar = isKlaar(ik, l);
  const deelt = verdeelt(ik);
  const { zaken, doen, signalen, caseload, leiding, nazicht, glazen } = l;
  const rekeningen = l.rekeningen.data;
  return useMemo(() => {
    const rijen = leden(zaken).map(({ b }) => b);
    const lezer = { als: new Set(wie.split(',')), verdeelt: deelt };
    const mijn = rijen.filter((rij) => rij.behandelaars.length > 0 && !rij.te_accorderen);
    const taken = leden(doen)
      .filter(isDoen)
      .map(({ b }) => b)
      .sort((a, b) => doedag(a).localeCompare(doedag(b)));
    // Beside the lines of the register it holds who asks for attention, which say the same once more.
    const gemeld = leden(signalen).filter(({ topic }) => topic.startsWith('signaal/'));
    const open = gemeld.map(({ b }) => b).filter((rij) => !rij.afgehandeld && !rij.opgegaan_in);
    const taakpunten = taken.map((rij) => vanDoen(rij, now)).filter((punt) => punt !== undefined);
    const nazien = inhoud(nazicht);
    const glas = inhoud(glazen);
    const geld = vanRekeningen(rekeningen ?? []);
    const punten = [
      ...rijen.map((rij) => vanZaak(rij, now, lezer)),
      ...taakpunten,
      ...open.map(vanSignaal),
      ...[inhoud(leiding)].flatMap((wat) => (wat ? vanLeiding(wat) : [])),
      ...(nazien ? vanNazicht(nazien, now) : []),
      ...(glas ? vanGlas(glas) : []),
      ...geld,
    ].filter((punt) => punt !== undefined);
    return {
      klaar,
      punten: punten.sort(opRang),
      nieuw: rijen.filter((rij) => rij.behandelaars.length > 0 && isNieuw(rij)),
      bezig: bezigMet(mijn, lezer.als),
      zaken: rijen,
      doen: taken,
      afspraken: afspraken(leden(doen)),
      caseload: inhoud(caseload),
      telt: {
        ...telZaken(rijen, mijn, now),
        doenLaat: taakpunten.filter(({ rang }) => rang === RANG.laat).length,
        doenVandaag: taakpunten.filter(({ rang }) => rang === RANG.vandaag).length,
        signalen: open.length,
        regelen: inhoud(leiding)?.zonder_regisseur.length ?? 0,
        nazien: nazien?.aantal ?? 0,
        glas: glas?.aantal ?? 0,
        rekening: geld.length,
      },
    };
  }, [
    klaar,
    deelt,
    now,
    zaken,
    doen,
    signalen,
    caseload,
    leiding,
    nazicht,
    glazen,
    rekeningen,
    isNieuw,
    wie,
  ]);
}
