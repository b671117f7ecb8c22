import type { Pagina } from '../../pagina';
import { geld } from '../../teksten/geld';
import { RekeningenPagina } from '../rekening/RekeningenPagina';

export const pagina: Pagina = {
  pad: '/rekeningen',
  toon: ({ ik }) => <RekeningenPagina ik={ik} />,
  menu: {
    orde: 15,
    naam: geld.werk.titel,
    icoon: 'geld',
    toets: 'r',
    rollen: new Set(['medewerker_budgetbeheer']),
  },
};
