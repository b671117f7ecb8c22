import type { Pagina } from '../../pagina';
import { toestemming } from '../../teksten/toestemming';
import { later } from '../later';
import { AlleenZelf, Schil } from '../Schil';

const ToestemmingPagina = later(() =>
  import('../toestemming/ToestemmingPagina').then((deel) => deel.ToestemmingPagina),
);

export const pagina: Pagina = {
  pad: '/portaal/toestemming',
  toon: ({ ik }) => (
    <Schil titel={toestemming.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <ToestemmingPagina ik={ik} />}
    </Schil>
  ),
};
