// The fields of a form with steps, as they are kept: flat, `gesprek.hulpvraag`, and only what is filled in.
import type { PersoonVraag } from '../api/types';
import type { Velden } from './concept';

export const plat = (stappen: Record<string, Velden | undefined>): Velden =>
  Object.fromEntries(
    Object.entries(stappen).flatMap(([stap, velden]) =>
      Object.entries(velden ?? {})
        .filter(([, waarde]) => waarde !== '')
        .map(([naam, waarde]) => [`${stap}.${naam}`, waarde]),
    ),
  );

/** The fields of one step. */
export const vanStap = (velden: Velden, stap: string): Velden =>
  Object.fromEntries(
    Object.entries(velden)
      .filter(([naam]) => naam.startsWith(`${stap}.`))
      .map(([naam, waarde]) => [naam.slice(stap.length + 1), waarde]),
  );

/** Who was looked for before somebody new was registered. */
export const vanVraag = ({ bsn, naam, geboortedatum }: PersoonVraag): Velden => ({
  ...(bsn ? { bsn } : {}),
  ...(naam ? { naam } : {}),
  ...(geboortedatum ? { geboortedatum } : {}),
});
