import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/nl';
import { AlleenZelf, Schil } from '../Schil';
import { TakenPagina } from '../taken/TakenPagina';

export const pagina: Pagina = {
  pad: '/portaal/taken',
  toon: ({ ik }) => (
    <Schil titel={nl.portaal.taken.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <TakenPagina ik={ik} />}
    </Schil>
  ),
};
