import type { Pagina } from '../../pagina';
import { Paginakop } from '../../route';
import { Sessies } from '../../sessie/Sessies';
import { nl } from '../../teksten/werk';
import { Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/sessies',
  toon: ({ ik }) => (
    <Schil ik={ik}>
      <div className="smal stack">
        <Paginakop titel={nl.sessies.titel}>{nl.sessies.titel}</Paginakop>
        <Sessies />
      </div>
    </Schil>
  ),
};
