import type { Pagina } from '../../pagina';
import { toestemming } from '../../teksten/toestemming';
import { AlleenZelf, Schil } from '../Schil';
import { ToestemmingPagina } from '../toestemming/ToestemmingPagina';

export const pagina: Pagina = {
  pad: '/portaal/toestemming',
  toon: ({ ik }) => (
    <Schil titel={toestemming.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <ToestemmingPagina ik={ik} />}
    </Schil>
  ),
};
