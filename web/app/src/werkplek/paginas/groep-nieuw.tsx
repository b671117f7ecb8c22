import type { Pagina } from '../../pagina';
import { NieuweGroep } from '../plannen/groep/NieuweGroep';

export const pagina: Pagina = {
  pad: '/groepen/nieuw',
  toon: ({ ik }) => <NieuweGroep ik={ik} />,
  onder: '/plannen',
};
