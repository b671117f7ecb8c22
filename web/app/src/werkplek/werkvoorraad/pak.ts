// What can be done with a zaak from the list: taking it, and working on it for somebody who is away.
import { useState } from 'react';
import type { Ik, Uitgevoerd, ZaakRij } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import { useToekenningen } from '../toekenning/Meldingen';

export interface Pak {
  /** Whether this one may be taken by who looks. */
  mag: (rij: ZaakRij) => boolean;
  neem: (rij: ZaakRij) => void;
  bezig: boolean;
  melding: string | undefined;
}

/** Takes a waiting zaak of one's own field. Of two who press at once, the second reads who was first. */
export function usePak(ik: Ik): Pak {
  const { run, bezig } = useOpdracht();
  const [melding, setMelding] = useState<string>();
  const neem = async (rij: ZaakRij) => {
    setMelding(undefined);
    try {
      await run<Uitgevoerd>(`/zaken/${rij.id}/neem`, {}, rij.versie);
    } catch (error) {
      const zin = isConflict(error) ? conflictzin(error) : uitProbleem(error, () => undefined)[0]?.tekst;
      setMelding(`${rij.zaaknummer}: ${zin}`);
    }
  };
  const mag = (rij: ZaakRij) => rij.behandelaars.length === 0 && ik.team === rij.domein;
  return { mag, neem, bezig, melding };
}

/** For whom one stands in on a zaak: a behandelaar of it who is away, when one is none oneself. */
export function useNamens(ik: Ik): (rij: ZaakRij) => string | undefined {
  const { vervangt } = useToekenningen(ik);
  return (rij) => {
    if (rij.behandelaars.some((b) => b.id === ik.id)) return undefined;
    const weg = vervangt.filter((v) => v.geldt).map((v) => v.afwezige.id);
    return rij.behandelaars.find((b) => weg.includes(b.id))?.naam;
  };
}
