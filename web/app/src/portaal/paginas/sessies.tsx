import type { Pagina } from '../../pagina';
import { Naar } from '../../route';
import { Sessies } from '../../sessie/Sessies';
import { nl } from '../../teksten/nl';
import { Schil } from '../Schil';

export const pagina: Pagina = {
  pad: '/portaal/sessies',
  toon: ({ ik }) => (
    <Schil titel={nl.sessies.titel} ik={ik}>
      <h1>{nl.sessies.titel}</h1>
      <Sessies />
      {!ik.namens && (
        <p>
          <Naar to="/portaal/berichten">{nl.portaal.berichten}</Naar>
        </p>
      )}
    </Schil>
  ),
};
