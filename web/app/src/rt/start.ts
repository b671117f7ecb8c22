import { Probleem } from '../api/http';
import { volgVersie } from '../versie';
import { createRt, type Rt } from './hooks';
import { RtConnection } from './lijn/connection';

/**
 * The one connection of this tab. `ander` is called when the cookie turns out to be somebody else's, or of another role; `pagina` is the page of
 * the client that is open here.
 */
export function startRt(ik: () => Promise<unknown>, ander: () => void, pagina: '/' | '/portaal'): Rt {
  const url = new URL('/rt', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const session = () =>
    ik().then(
      () => true,
      (error) => !(error instanceof Probleem && error.status === 401),
    );
  const rt = createRt(new RtConnection({ url: url.href, session, ander }));
  volgVersie(rt, pagina);
  rt.connection.start();
  return rt;
}
