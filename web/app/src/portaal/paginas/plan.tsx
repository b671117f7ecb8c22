import type { Pagina } from '../../pagina';
import { mijnplan } from '../../teksten/mijnplan';
import { MijnPlanPagina } from '../plan/MijnPlanPagina';
import { AlleenZelf, Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/portaal/plan',
  toon: ({ ik }) => (
    <Schil titel={mijnplan.titel} ik={ik}>
      {ik.namens ? <AlleenZelf naam={ik.namens.naam} /> : <MijnPlanPagina ik={ik} />}
    </Schil>
  ),
};
