// What came of giving a waiting zaak to somebody, by menu or by drag: one place on the board says it, with the way back.
import { useRef, useState } from 'react';
import type { MedewerkerCaseload, Uitgevoerd, ZaakRij } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import type { Gelukt } from '../zaken/samen';
import { useVerdelen } from '../zaken/verdelen';

const t = nl.caseload;

/** What is said when it was tried. */
export interface Melding {
  soort: 'goed' | 'fout';
  zin: string;
  /** What was given, so that it can be undone. */
  gelukt?: Gelukt;
  /** It came of a drag: it is said at the foot of the window, wherever one is on the page. */
  los?: boolean;
}

type Mens = Pick<MedewerkerCaseload, 'id' | 'naam'>;

/** Gives it to them; `undefined` when nothing was done. Any failure but a conflict is the caller's to show where it was asked. */
export function useGeef() {
  const { run, bezig, wacht } = useOpdracht();
  const geef = async (rij: ZaakRij, aan: Mens[]): Promise<Melding | undefined> => {
    try {
      const body = { behandelaars: aan.map((m) => m.id) };
      const done = await run<Uitgevoerd>(`/zaken/${rij.id}/toewijzen`, body, rij.versie);
      if (!done) return undefined;
      const zin = t.isNu(rij.zaaknummer, nl.en(aan.map((m) => nl.voornaam(m.naam))));
      omroep.zeg('toegewezen', zin);
      return { soort: 'goed', zin, gelukt: { rij, versie: done.versie } };
    } catch (error) {
      if (!isConflict(error)) throw error;
      return { soort: 'fout', zin: `${rij.zaaknummer}: ${conflictzin(error)}` };
    }
  };
  return { geef, bezig, wacht };
}

export type Toedeling = ReturnType<typeof useToedeling>;

export function useToedeling() {
  const [melding, setMelding] = useState<Melding>();
  const { geef, bezig } = useGeef();
  const verdelen = useVerdelen();
  const kop = useRef<HTMLHeadingElement>(null);
  const zeg = (uitkomst: Melding) => {
    verdelen.sluit();
    setMelding(uitkomst);
    // The row and its button may be gone: the focus goes to what stays.
    if (!uitkomst.los) kop.current?.focus();
  };
  return {
    melding,
    verdelen,
    /** The heading that takes the focus afterwards. */
    kop,
    zeg,
    bezig,
    stil: () => {
      setMelding(undefined);
      verdelen.sluit();
    },
    /** Let fall on somebody: there is no menu in which a refusal could stand. */
    laatVallen: async (rij: ZaakRij, op: Mens) => {
      try {
        const uitkomst = await geef(rij, [op]);
        if (uitkomst) zeg({ ...uitkomst, los: true });
      } catch (error) {
        const zin = uitProbleem(error, () => undefined)[0]?.tekst ?? nl.fout.uitleg;
        zeg({ soort: 'fout', zin: `${rij.zaaknummer}: ${zin}`, los: true });
      }
    },
    ongedaan: (gelukt: Gelukt) => {
      setMelding(undefined);
      kop.current?.focus({ preventScroll: true });
      void verdelen.maakOngedaan([gelukt]);
    },
  };
}
