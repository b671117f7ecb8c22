// A half-filled form that the server keeps too: on another browser, after the session ended, after a crash it is offered back.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Conceptinhoud, ConceptWat } from '../api/types';
import { useRt } from '../rt/hooks';
import { Bewaarder, type Plank } from './bewaarder';
import { Concept } from './concept';

/** From what a form holds to fields, and back; `undefined` when the fields are of no use any more. */
export interface Vorm<T> {
  naar: (held: T) => Conceptinhoud;
  uit: (wat: ConceptWat) => T | undefined;
}

export class BewaardConcept<T> extends Concept<T> {
  readonly bewaarder: Bewaarder;
  readonly plank: Plank;
  private readonly vorm: Vorm<T>;

  constructor(plank: Plank, half: (held: T) => boolean, vorm: Vorm<T>) {
    super(half);
    this.plank = plank;
    this.bewaarder = new Bewaarder(plank);
    this.vorm = vorm;
  }

  override bewaar(held: T) {
    super.bewaar(held);
    this.bewaarder.typ(this.isHalf() ? this.vorm.naar(held) : undefined);
  }

  override wis() {
    super.wis();
    this.bewaarder.vergeet();
  }

  override isOnbewaard(): boolean {
    return this.isHalf() && !this.bewaarder.isBewaard();
  }

  /** What stands here, as it is kept. */
  inhoud(): Conceptinhoud | undefined {
    const held = this.lees();
    return held === undefined ? undefined : this.vorm.naar(held);
  }

  /** Goes on from what the server kept; whether that could be. */
  neem(wat: ConceptWat): boolean {
    const held = this.vorm.uit(wat);
    if (held === undefined) return false;
    super.bewaar(held);
    this.bewaarder.begin(wat);
    return true;
  }

  override bewaarNu() {
    return this.bewaarder.nu();
  }

  /** Also on the server. */
  async gooiWeg() {
    super.wis();
    await this.bewaarder.gooiWeg();
  }
}

/**
 * What was kept and is not on this screen: offered, and not put there unasked. Until it is taken up or thrown away nothing is kept in its
 * place.
 */
export function useAanbod<T>(concept: BewaardConcept<T>) {
  const { connection } = useRt();
  const [aanbod, setAanbod] = useState<ConceptWat>();

  useEffect(() => {
    let weg = false;
    if (concept.isHalf()) return undefined;
    concept.plank
      .lees()
      .then(({ concept: found }) => {
        if (!weg && found && !concept.isHalf()) setAanbod(found);
      })
      // Nothing is offered then; the form itself works.
      .catch(() => {});
    return () => {
      weg = true;
    };
  }, [concept]);

  useEffect(
    () =>
      connection.onStatus(() => {
        if (connection.getStatus().fase === 'open') concept.bewaarder.verbonden();
      }),
    [connection, concept],
  );

  // What is kept from here took the place of what was offered: to offer that still would be to say that it is there.
  const { stand } = useConceptstand(concept.bewaarder);
  useEffect(() => {
    if (stand === 'bewaard') setAanbod(undefined);
  }, [stand]);

  const verder = useCallback(() => {
    const taken = aanbod !== undefined && concept.neem(aanbod);
    setAanbod(undefined);
    return taken;
  }, [aanbod, concept]);
  const gooiWeg = useCallback(async () => {
    if (aanbod) await concept.plank.weg(aanbod.versie).catch(() => {});
    setAanbod(undefined);
  }, [aanbod, concept]);
  return { aanbod, verder, gooiWeg };
}

export const useConceptstand = (bewaarder: Bewaarder) =>
  useSyncExternalStore(bewaarder.luister, bewaarder.leesStand);
