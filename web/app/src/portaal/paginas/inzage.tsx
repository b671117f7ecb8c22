import type { Pagina } from '../../pagina';
import { sporen } from '../../teksten/sporen';
import { InzagePagina } from '../inzage/InzagePagina';
import { AlleenZelf, Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/portaal/inzage',
  toon: ({ ik }) => (
    <Schil titel={sporen.inzage.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <InzagePagina ik={ik} />}
    </Schil>
  ),
};
