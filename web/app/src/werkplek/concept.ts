// A form that is half filled in survives going to another page of this tab and back. On the device it is in memory and nowhere else: it is
// about people, and a shared device keeps nothing of them (I14). Closing the tab asks first, unless the server has it (bewaardconcept.ts).
import { type FormEvent, useLayoutEffect, useRef } from 'react';

export type Velden = Record<string, string>;

interface Open {
  isOnbewaard(): boolean;
  wis(): void;
  bewaarNu(): Promise<void>;
}
const alle = new Set<Open>();

export class Concept<T> implements Open {
  private held: T | undefined;
  private readonly half: (held: T) => boolean;

  /** `half` tells whether losing it would be a loss. */
  constructor(half: (held: T) => boolean) {
    this.half = half;
    alle.add(this);
  }

  lees(): T | undefined {
    return this.held;
  }

  bewaar(held: T) {
    this.held = held;
  }

  wis() {
    this.held = undefined;
  }

  /** What was typed last is kept now, where it is kept at all. */
  async bewaarNu() {}

  isHalf(): boolean {
    return this.held !== undefined && this.half(this.held);
  }

  /** Whether something would be lost with this tab. */
  isOnbewaard(): boolean {
    return this.isHalf();
  }
}

export const isIetsOnbewaard = () => [...alle].some((concept) => concept.isOnbewaard());

/** Somebody logs out or another logs in: nothing of it may be left. */
export const wisConcepten = () => {
  for (const concept of alle) concept.wis();
};

/** What keeping the last words may hold up who logs out: on a bad line the browser asks. */
const BEWAREN_MS = 2_000;

/** A resident logs out: the last words are kept too, for when they come back. On a screen that others use nothing stays. */
export const bewaarConcepten = () =>
  Promise.race([
    Promise.allSettled([...alle].map((concept) => concept.bewaarNu())),
    new Promise((klaar) => setTimeout(klaar, BEWAREN_MS)),
  ]);

globalThis.addEventListener?.('beforeunload', (event) => {
  if (isIetsOnbewaard()) event.preventDefault();
});

export const isIngevuld = (velden: Velden | undefined, namen?: string[]): boolean =>
  Object.entries(velden ?? {}).some(
    ([naam, waarde]) => (namen?.includes(naam) ?? true) && waarde.trim() !== '',
  );

export interface ConceptVelden {
  lees: () => Velden;
  /** What is typed; what is not named stays as it was. */
  vul: (velden: Velden) => void;
}

/** For a form: fills in what was typed before, and keeps what is typed. Fields that come later are filled when `beurt` changes. */
export function useConceptVelden({ lees, vul }: ConceptVelden, beurt?: unknown) {
  const ref = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then there are fields that are not filled yet
  useLayoutEffect(() => {
    // Whoever looks for words that nothing keeps passes it by.
    if (ref.current) ref.current.dataset.houdtConcept = '';
    for (const [naam, waarde] of Object.entries(lees())) {
      const veld = ref.current?.elements.namedItem(naam);
      if (veld && !(veld instanceof RadioNodeList)) (veld as HTMLInputElement).value = waarde;
    }
  }, [beurt]);
  return {
    ref,
    onChange: (event: FormEvent<HTMLFormElement>) => {
      const { elements } = event.currentTarget;
      const { name } = event.target as unknown as HTMLInputElement;
      const typed = [...new FormData(event.currentTarget)].map(([naam, waarde]) => [naam, String(waarde)]);
      // A list whose choices are not there yet shows none: that is not what was chosen.
      const leegt = ([naam, waarde]: string[]) =>
        waarde === '' && naam !== name && elements.namedItem(naam ?? '') instanceof HTMLSelectElement;
      vul(Object.fromEntries(typed.filter((een) => !leegt(een))));
    },
  };
}
