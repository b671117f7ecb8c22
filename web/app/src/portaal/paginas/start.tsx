import type { Pagina } from '../../pagina';
import { StartPagina } from '../StartPagina';

export const pagina: Pagina = { pad: '/portaal', toon: ({ ik }) => <StartPagina ik={ik} /> };
