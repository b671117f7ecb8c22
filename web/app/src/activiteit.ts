// When something was last done here that the server counts as work: a request, or text of a document. Asking the server would itself
// count, and keep a session open that nobody uses.
import { sessieHier } from './klok';

let laatst = Date.now();

/** `op`: when it was sent, of what the server is known to have heard. */
export const bezig = (op = Date.now()): void => {
  laatst = Math.max(laatst, op);
};

export const laatstBezig = (): number => laatst;

/** When the session ends: so long after the last work as it did when the server said so, and never after its end. */
export function sessieEinde(gezegdOp: number, verlooptOp: string, uiterlijkOp: string, werk: number): number {
  const rust = sessieHier(verlooptOp) - gezegdOp;
  return Math.min(Math.max(gezegdOp, werk) + rust, sessieHier(uiterlijkOp));
}
