// Who does not agree with a goal now: what each lid said of it last, when that is that they do not.
import type { DoelreactieWat, DoelWat } from '../../../api/types';

/** What somebody adds in words takes nothing back: only "eens" does. */
export function oneensMet({ reacties }: Pick<DoelWat, 'reacties'>): DoelreactieWat[] {
  const laatst = new Map<string, DoelreactieWat>();
  for (const reactie of reacties) if (reactie.instemming !== 'opmerking') laatst.set(reactie.door, reactie);
  return [...laatst.values()].filter(({ instemming }) => instemming === 'oneens');
}
