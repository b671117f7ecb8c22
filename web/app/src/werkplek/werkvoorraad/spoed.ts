// What must be looked at first: whom somebody must have spoken to, then what must be finished.
import type { ZaakRij } from '../../api/types';
import { termijnstand } from '../../ui/termijn';

type Dagen = Pick<ZaakRij, 'uiterlijk_op' | 'contact_uiterlijk'>;

/** After every day there is. */
const GEEN_DAG = '9999-99-99';

/** Days and numbers stand in order as they are written; a comparison by language costs a long list its frames. */
const recht = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By the day of first contact where there is one, then by the legal term, then by number. */
export function opSpoed(a: Dagen & { zaaknummer: string }, b: Dagen & { zaaknummer: string }): number {
  return (
    recht(a.contact_uiterlijk ?? GEEN_DAG, b.contact_uiterlijk ?? GEEN_DAG) ||
    recht(a.uiterlijk_op, b.uiterlijk_op) ||
    recht(a.zaaknummer, b.zaaknummer)
  );
}

/** Whether nobody was spoken to in time, or it was not finished in time. */
export const isTeLaat = ({ uiterlijk_op, contact_uiterlijk }: Dagen, now: Date): boolean =>
  [contact_uiterlijk, uiterlijk_op].some((dag) => dag && termijnstand(dag, now) === 'laat');
