// A catalogue in another language has the same texts as the Dutch one, with the same things to fill in: the compiler sees one that is missing
// and one that is too many.

export type Vertaling<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Vertaling<R>
    : T extends readonly (infer E)[]
      ? Vertaling<E>[]
      : T extends object
        ? { [K in keyof T]: Vertaling<T[K]> }
        : T;

/**
 * Puts the texts of one language in the place of those of another. Pages hold on to parts of the catalogue, so what is replaced is what
 * stands in it and not the catalogue itself.
 */
export function vervang(wat: object, door: object) {
  const oud = wat as Record<string, unknown>;
  for (const [naam, nieuw] of Object.entries(door)) {
    const was = oud[naam];
    if (typeof nieuw === 'object' && typeof was === 'object' && was !== null) vervang(was, nieuw);
    else oud[naam] = nieuw;
  }
}
