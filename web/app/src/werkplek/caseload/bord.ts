// The figures as they come in: how fresh they are, held still on request, and what changed since the last ones.
import { useEffect, useRef, useState } from 'react';
import type { CaseloadWat, Ik, MedewerkerCaseload } from '../../api/types';
import { useRtStatus, useView } from '../../rt/hooks';

/** The server sends at least every ten seconds; after three times that, silence means that the figures may be old. */
const OUD_MS = 30_000;
const KIJK_MS = 1_000;
/** How long a changed figure stays marked. */
const VERS_MS = 2_000;

export type Bord =
  | { stand: 'laden' }
  | { stand: 'weg' }
  | {
      stand: 'klaar';
      wat: CaseloadWat;
      /** Old, or from before the line was lost. */
      oud: boolean;
      pauze: boolean;
      /** Held still while there are other figures. */
      nieuws: boolean;
      pauzeer: (aan: boolean) => void;
    };

export function useBord(ik: Ik): Bord {
  const view = useView<CaseloadWat>(`caseload/${ik.gemeente.id}`);
  const { fase } = useRtStatus();
  const [stil, setStil] = useState<CaseloadWat>();
  const gehoord = useRef(0);
  const [zwijgt, setZwijgt] = useState(false);
  const v = view.stand === 'klaar' ? view.v : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each value that comes in is the reason
  useEffect(() => {
    gehoord.current = Date.now();
    setZwijgt(false);
  }, [v]);
  useEffect(() => {
    const timer = setInterval(() => setZwijgt(Date.now() - gehoord.current > OUD_MS), KIJK_MS);
    return () => clearInterval(timer);
  }, []);
  if (view.stand !== 'klaar') return { stand: view.stand };
  return {
    stand: 'klaar',
    wat: stil ?? view.b,
    oud: fase !== 'open' || zwijgt,
    pauze: stil !== undefined,
    nieuws: stil !== undefined && stil.positie !== view.b.positie,
    pauzeer: (aan) => setStil(aan ? view.b : undefined),
  };
}

/** The medewerkers whose figures just changed. */
export function useVers(medewerkers: MedewerkerCaseload[]): ReadonlySet<string> {
  const eerder = useRef<Map<string, string>>(undefined);
  const [vers, setVers] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const nu = new Map(
      medewerkers.map((m) => [
        m.id,
        `${m.telling.aantal} ${m.telling.gewicht} ${m.telling.te_laat} ${m.plannen}`,
      ]),
    );
    const anders = [...nu]
      .filter(([id, cijfers]) => eerder.current && eerder.current.get(id) !== cijfers)
      .map(([id]) => id);
    eerder.current = nu;
    if (anders.length === 0) return;
    setVers((old) => new Set([...old, ...anders]));
    setTimeout(() => setVers((old) => new Set([...old].filter((id) => !anders.includes(id)))), VERS_MS);
  }, [medewerkers]);
  return vers;
}
