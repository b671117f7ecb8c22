import type { Pagina } from '../../pagina';
import { SignaalPagina } from '../SignaalPagina';

export const pagina: Pagina = { pad: '/portaal/signaal', toon: ({ ik }) => <SignaalPagina ik={ik} /> };
