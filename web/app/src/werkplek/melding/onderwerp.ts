// The subject of a melding: one line, and not too long. Nothing of what is typed is cut off; what is too much is said.
import { nl } from '../../teksten/werk';
import { teveel } from '../../ui/tekens';

/** Characters, as the server counts them. */
export const ONDERWERP_MAX = 200;

/** What is wrong with it; nothing when it can be sent. */
export function onderwerpFout(typed: string, wat: string): string | undefined {
  if (!typed) return nl.fout.verplicht(wat);
  const over = teveel(typed, ONDERWERP_MAX);
  return over > 0 ? nl.fout.teLang(ONDERWERP_MAX, over) : undefined;
}
