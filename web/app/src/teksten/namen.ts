// What the server names by a code and a Dutch word. Another language has words of its own for the codes; a code that it does not know keeps
// the word that came with it.
import type { InzageRegelWat, Rol, Zaaktype } from '../api/types';

export const namen = {
  zaaktype: (_code: Zaaktype, naam: string) => naam,
  rol: (_rol: Rol, naam: string) => naam,
  deel: (_deel: InzageRegelWat['deel'], naam: string) => naam,
  signaalsoort: (_code: string, naam: string) => naam,
};
