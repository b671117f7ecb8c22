// Who looks at which part of a zaak (N-35): a small chair beside the heading, for who sits at the same table. The page says which part is in the
// middle of the screen; the server tells the others and keeps nothing of it.
import { createContext, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Aanwezige, Ik, Zaakdeel } from '../../api/types';
import { useRt, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Stoelen } from '../../ui/stoel';

/** Whoever scrolls past a part does not look at it. */
const BLIJFT_MS = 700;
/**
 * By hand alone one goes to another part. A part that moves because something was added to the page would tell the others of it, and not all of them may
 * know that it is there.
 */
const HANDEN = ['wheel', 'touchmove', 'pointerup', 'keyup', 'focusin'] as const;
/** Only what crosses the middle of the screen. */
const MIDDEN = '-45% 0px -45% 0px';

type PerDeel = ReadonlyMap<Zaakdeel, Aanwezige[]>;
const Delen = createContext<PerDeel>(new Map());
export const DelenProvider = Delen.Provider;

/** The others at the table, by the part at which they look. */
function usePerDeel(gasten: Aanwezige[], ik: Ik): PerDeel {
  return useMemo(() => {
    const per = new Map<Zaakdeel, Aanwezige[]>();
    for (const gast of gasten) {
      if (!gast.deel || gast.id === ik.id) continue;
      per.set(gast.deel, [...(per.get(gast.deel) ?? []), gast]);
    }
    return per;
  }, [gasten, ik.id]);
}

/** In the head of a part. Nothing is announced: that somebody is at the table is said once, when they sit down. */
export function KijktHier({ deel }: { deel: Zaakdeel }) {
  const mensen = useContext(Delen).get(deel);
  if (!mensen) return null;
  return (
    <span className="kijkthier" data-kijkt-hier={deel}>
      <Stoelen mensen={mensen} label={nl.zaak.kijktHier} />
    </span>
  );
}

/** Says at which part one looks: the one of `vak` that stays in the middle of the screen. */
function useMijnDeel(zaak: string, vak: RefObject<HTMLElement | null>) {
  const { topics } = useRt();
  const [deel, setDeel] = useState<Zaakdeel>();
  useEffect(() => {
    const delen = vak.current?.querySelectorAll<HTMLElement>('[data-deel]') ?? [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const midden = new Set<Element>();
    const kijk = () => {
      clearTimeout(timer);
      const zeg = () => setDeel([...delen].find((een) => midden.has(een))?.dataset.deel as Zaakdeel);
      timer = setTimeout(zeg, BLIJFT_MS);
    };
    const kijker = new IntersectionObserver(
      (gezien) => {
        for (const { target, isIntersecting } of gezien) {
          if (isIntersecting) midden.add(target);
          else midden.delete(target);
        }
      },
      { rootMargin: MIDDEN },
    );
    for (const een of delen) kijker.observe(een);
    kijk();
    for (const hand of HANDEN) window.addEventListener(hand, kijk, { passive: true });
    return () => {
      clearTimeout(timer);
      kijker.disconnect();
      for (const hand of HANDEN) window.removeEventListener(hand, kijk);
    };
  }, [vak]);
  useEffect(() => {
    const tafel = topics.view(`zaak/${zaak}@tafel`);
    // A page that nobody has before them looks at nothing.
    const zeg = () => tafel.hier(document.visibilityState === 'visible' ? deel : undefined);
    zeg();
    document.addEventListener('visibilitychange', zeg);
    return () => document.removeEventListener('visibilitychange', zeg);
  }, [topics, zaak, deel]);
}

/** Who has the zaak open, and at which part of it each of the others looks; `vak` holds the parts. */
export function useAanTafel(zaak: string, ik: Ik) {
  const tafel = useView<Aanwezige[]>(`zaak/${zaak}@tafel`);
  const gasten = useMemo(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);
  const vak = useRef<HTMLDivElement>(null);
  useMijnDeel(zaak, vak);
  return { gasten, perDeel: usePerDeel(gasten, ik), vak };
}
