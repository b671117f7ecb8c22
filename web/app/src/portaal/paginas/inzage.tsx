import type { Pagina } from '../../pagina';
import { sporen } from '../../teksten/sporen';
import { later } from '../later';
import { AlleenZelf, Schil } from '../Schil';

const InzagePagina = later(() => import('../inzage/InzagePagina').then((deel) => deel.InzagePagina));

export const pagina: Pagina = {
  pad: '/portaal/inzage',
  toon: ({ ik }) => (
    <Schil titel={sporen.inzage.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <InzagePagina ik={ik} />}
    </Schil>
  ),
};
