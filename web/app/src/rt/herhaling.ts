// When a command that was not answered is worth trying again.
import type { Repeat } from '../api/http';
import { bevestig } from '../sessie/bevestigen';
import type { RtConnection } from './lijn/connection';

/** How long a command waits before it tries again when the socket says nothing. */
const REPEAT_MS = 3_000;
/** How long between two questions whether what was done can be seen; the server itself waits a second in each. */
const SEEN_MS = 500;

export function herhaling(
  connection: RtConnection,
  wacht?: Repeat['wacht'],
  teruggenomen?: Repeat['teruggenomen'],
): Repeat {
  return {
    ...(wacht && { wacht }),
    ...(teruggenomen && { teruggenomen }),
    weerVerbonden: () => weerVerbonden(connection),
    pauze: () => new Promise<void>((done) => setTimeout(done, SEEN_MS)),
    bevestig,
  };
}

function weerVerbonden(connection: RtConnection): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      off();
      resolve();
    };
    const off = connection.onStatus(() => {
      if (connection.getStatus().fase === 'open') done();
    });
    const timer = setTimeout(done, REPEAT_MS);
  });
}
