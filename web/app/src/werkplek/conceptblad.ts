// A page with steps whose half-filled form is kept: which step it stands at, what was typed in each, and what was kept before.
import { useState } from 'react';
import { type BewaardConcept, useAanbod } from './bewaardconcept';
import type { ConceptVelden, Velden } from './concept';

export interface Halve {
  stap: { stap: string };
  velden: Record<string, Velden | undefined>;
}

export function useConceptblad<H extends Halve>(concept: BewaardConcept<H>, nieuw: H) {
  const [stap, setStap] = useState<H['stap']>(() => (concept.lees() ?? nieuw).stap);
  /** Whether what stands here was typed before one came in. */
  const [eerder, setEerder] = useState(() => concept.isHalf());
  /** Counts how often the page began anew: its fields are then filled anew. */
  const [beurt, setBeurt] = useState(0);
  const { aanbod, verder: neem, gooiWeg } = useAanbod(concept);

  const halve = (): H => concept.lees() ?? nieuw;
  const bewaar = (rest: Partial<H>) => concept.bewaar({ ...halve(), ...rest });
  const begin = (at: H['stap'], was: boolean) => {
    setStap(at);
    setEerder(was);
    setBeurt((n) => n + 1);
  };
  const leeg = () => begin(nieuw.stap, false);
  const toon = () => begin(halve().stap, true);

  return {
    concept,
    stap,
    eerder,
    beurt,
    halve,
    bewaar,
    aanbod,
    gooiWeg,
    /** Nothing of it is left on the screen. */
    leeg,
    /** What the concept holds now is on the screen. */
    toon,
    ga: (naar: H['stap'], rest?: Partial<H>) => {
      concept.bewaar({ ...halve(), ...rest, stap: naar });
      setStap(naar);
      setEerder(false);
    },
    verder: () => {
      if (neem()) toon();
    },
    opnieuw: () => {
      void concept.gooiWeg();
      leeg();
    },
    /** The fields of one step. */
    velden: (van: H['stap']['stap']): ConceptVelden => ({
      lees: () => halve().velden[van] ?? {},
      vul: (typed) => {
        const { velden } = halve();
        bewaar({ velden: { ...velden, [van]: { ...velden[van], ...typed } } } as Partial<H>);
      },
    }),
    vergeetVelden: (van: H['stap']['stap']) =>
      bewaar({ velden: { ...halve().velden, [van]: undefined } } as Partial<H>),
  };
}

export type Conceptblad<H extends Halve> = ReturnType<typeof useConceptblad<H>>;
