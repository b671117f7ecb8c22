// What time it is. The clock of the device may be wrong and demo mode moves its own, so the server says: in `welkom` and `klok` for the
// clock in which cases live (terms, "5 minuten geleden"), in the `Date` header for the session.
let verschil = 0;
let sessieVerschil = 0;
const listeners = new Set<() => void>();

/** By the server's word it is `at` now. */
export function zetKlok(at: string, hier = Date.now()) {
  const gezegd = Date.parse(at);
  if (Number.isNaN(gezegd)) return;
  verschil = gezegd - hier;
  for (const listener of listeners) listener();
}

/** A moment of this device by the clock in which cases live. */
export const opKlok = (hier: number): Date => new Date(hier + verschil);

export const nu = (): Date => opKlok(Date.now());

export function bijKlok(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From the `Date` of an answer; whole seconds are enough for a session. */
export function zetSessieklok(date: string | null, hier = Date.now()) {
  const gezegd = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(gezegd)) sessieVerschil = gezegd - hier;
}

/** A moment of the session's clock as this device counts it. */
export const sessieHier = (at: string): number => Date.parse(at) - sessieVerschil;
