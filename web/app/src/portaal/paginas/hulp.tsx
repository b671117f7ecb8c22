import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/nl';
import { HulpPagina } from '../HulpPagina';
import { Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/portaal/hulp',
  toon: ({ ik }) => (
    <Schil titel={nl.portaal.hulpTitel} ik={ik}>
      <HulpPagina ik={ik} />
    </Schil>
  ),
};
