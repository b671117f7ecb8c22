// Whether the server has another version of the client than the one that is open here. A server that is replaced breaks every line, so it
// is looked at when the line is there again: the page that the server has now names its script with a hash of what is in it.
import type { Rt } from './rt/hooks';

const SCRIPT = /<script[^>]*\bsrc="([^"]*\/assets\/[^"]+)"/;

/** The script by which a page of the client begins; undefined while it is served by something else than a build. */
export const scriptVan = (html: string): string | undefined => SCRIPT.exec(html)?.[1];

let nieuwer = false;
const horen = new Set<() => void>();

export const versie = {
  isNieuwer: () => nieuwer,
  hoor(roep: () => void) {
    horen.add(roep);
    return () => horen.delete(roep);
  },
};

/** That it cannot be asked now says nothing: it is asked again at the next time that the line is back. */
async function kijk(pagina: string, hier: string) {
  const antwoord = await fetch(pagina, { cache: 'no-cache', credentials: 'omit' }).catch(() => undefined);
  const daar = antwoord?.ok ? scriptVan(await antwoord.text().catch(() => '')) : undefined;
  if (daar === undefined || nieuwer === (daar !== hier)) return;
  nieuwer = daar !== hier;
  for (const roep of horen) roep();
}

/** From now on, each time that the line comes back. `pagina` is the page of the client that is open here. */
export function volgVersie(
  { connection }: Rt,
  pagina: '/' | '/portaal',
  hier = scriptVan(document.documentElement.outerHTML),
) {
  if (hier === undefined) return;
  let verbroken = false;
  connection.onStatus(() => {
    const { fase } = connection.getStatus();
    if (fase === 'verbroken') verbroken = true;
    if (fase !== 'open' || !verbroken) return;
    verbroken = false;
    void kijk(pagina, hier);
  });
}
