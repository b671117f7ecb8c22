import { haal } from '../api/http';
import type { Ik } from '../api/types';

export const haalIk = () => haal<Ik>('/ik');

export const isInwoner = (ik: Ik) => ik.rol === 'inwoner' || ik.rol === 'groepsparticipant';
