import { haal, stuur } from '../api/http';
import type { Ik } from '../api/types';

export const haalIk = () => haal<Ik>('/ik');

export const isInwoner = (ik: Ik) => ik.rol === 'inwoner' || ik.rol === 'groepsparticipant';

export async function uitloggen() {
  try {
    await stuur('/uitloggen', {});
  } finally {
    location.assign('/demo');
  }
}
