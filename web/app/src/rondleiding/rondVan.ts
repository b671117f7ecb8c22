import type { Ik } from '../api/types';
import { type Rondstap, rondleiding } from '../teksten/rondleiding';

/** The first visit of a resident, or of whoever comes in for one: nothing of what is not there for them. */
export const rondVan = (ik: Ik): Rondstap[] =>
  rondleiding.inwoner.filter((stap) => !(ik.namens && stap.zelf));
