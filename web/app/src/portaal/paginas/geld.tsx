import type { Pagina } from '../../pagina';
import { geld } from '../../teksten/geld';
import { GeldPagina } from '../geld/GeldPagina';
import { Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/portaal/geld',
  toon: ({ ik }) => (
    <Schil titel={geld.titel} ik={ik}>
      <GeldPagina ik={ik} />
    </Schil>
  ),
};
