// Whether the server has a newer client than the one that is open here. A server that is replaced breaks every line, so it is looked at when the
// line is there again: the page that the server has now names its script with a hash of what is in it. While several nodes are replaced one
// after the other, one look meets the old and the next the new one: only what is said twice, some time apart, is so.
import type { Rt } from './rt/hooks';

/** Not everybody whose line comes back looks at once. */
const KUDDE_MS = 5_000;
/** Two looks so far apart that say the same are sure. */
const ZEKER_MS = 60_000;
/** How often it is looked at after one return of the line: as long as it takes to replace many nodes. */
const KEREN = 10;
/** After a page or a part of it that could not be had. */
const PAUZE_MS = 3_000;
const POGINGEN = 3;

/** The paths of `/assets/` that a page of the client fetches by itself: of this server, and of nobody's extension. */
function delenVan(pagina: Document): { script: string | undefined; delen: string[] } {
  const pad = (el: Element, naam: 'src' | 'href') => el.getAttribute(naam) ?? '';
  const onze = (een: string) => een.startsWith('/assets/');
  const scripts = [...pagina.querySelectorAll('script[type="module"][src]')].map((el) => pad(el, 'src'));
  const links = [...pagina.querySelectorAll('link[rel="stylesheet"], link[rel="modulepreload"]')];
  const script = scripts.find(onze);
  return { script, delen: [...scripts, ...links.map((el) => pad(el, 'href'))].filter(onze) };
}

const gelezen = (html: string) => delenVan(new DOMParser().parseFromString(html, 'text/html'));

/** The script by which a page of the client begins; undefined while it is served by something else than a build. */
export const scriptVan = (html: string): string | undefined => gelezen(html).script;

let nieuwer = false;
let pad: string | undefined;
const horen = new Set<() => void>();

export const versie = {
  isNieuwer: () => nieuwer,
  hoor(roep: () => void) {
    horen.add(roep);
    return () => horen.delete(roep);
  },
  /**
   * The new page and what it begins with are fetched before it is gone to: then they are in the browser, also when the page comes from a node
   * that does not have them. False when they cannot be had now.
   */
  async haalVooraf(): Promise<boolean> {
    for (let poging = 1; pad !== undefined; poging += 1) {
      if (await isErHelemaal(pad)) return true;
      if (poging === POGINGEN) return false;
      await new Promise((klaar) => setTimeout(klaar, PAUZE_MS));
    }
    return true;
  },
};

const isEr = (deel: string) =>
  fetch(deel, { credentials: 'same-origin' }).then(
    async (antwoord) => antwoord.ok && (await antwoord.arrayBuffer()).byteLength > 0,
    () => false,
  );

async function isErHelemaal(pagina: string): Promise<boolean> {
  const html = await haal(pagina);
  if (html === undefined) return false;
  return (await Promise.all(gelezen(html).delen.map(isEr))).every(Boolean);
}

async function haal(pagina: string): Promise<string | undefined> {
  const antwoord = await fetch(pagina, { cache: 'no-cache', credentials: 'omit' }).catch(() => undefined);
  return antwoord?.ok ? antwoord.text().catch(() => undefined) : undefined;
}

function zet(is: boolean) {
  if (nieuwer === is) return;
  nieuwer = is;
  for (const roep of horen) roep();
}

class Uitkijk {
  private readonly pagina: string;
  private readonly hier: string;
  /** What was seen last, since when, without anything else in between. */
  private gezien: { script: string; sinds: number } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Another return of the line begins anew; the answer to a look from before it is no look. */
  private beurt = 0;

  constructor(pagina: string, hier: string) {
    this.pagina = pagina;
    this.hier = hier;
  }

  begin() {
    this.beurt += 1;
    // That it was ours before the line went says nothing of the server that is there now.
    if (this.gezien?.script === this.hier) this.gezien = undefined;
    this.straks(Math.random() * KUDDE_MS, KEREN);
  }

  private straks(over: number, keren: number) {
    clearTimeout(this.timer);
    const beurt = this.beurt;
    this.timer = setTimeout(() => void this.kijk(beurt, keren), over);
  }

  private async kijk(beurt: number, keren: number) {
    const html = await haal(this.pagina);
    if (beurt !== this.beurt) return;
    const script = html === undefined ? undefined : scriptVan(html);
    // That it cannot be asked now says nothing.
    const zeker = script !== undefined && this.zie(script);
    if (!zeker && keren > 1) this.straks(ZEKER_MS, keren - 1);
  }

  /** Whether it is sure by now. */
  private zie(script: string): boolean {
    const nu = Date.now();
    if (this.gezien?.script !== script) this.gezien = { script, sinds: nu };
    if (script === this.hier) zet(false);
    if (nu - this.gezien.sinds < ZEKER_MS) return false;
    zet(script !== this.hier);
    return true;
  }
}

/** From now on, each time that the line comes back. `pagina` is the page of the client that is open here. */
export function volgVersie({ connection }: Rt, pagina: '/' | '/portaal', hier = delenVan(document).script) {
  if (hier === undefined) return;
  pad = pagina;
  const uitkijk = new Uitkijk(pagina, hier);
  let verbroken = false;
  connection.onStatus(() => {
    const { fase } = connection.getStatus();
    if (fase === 'verbroken') verbroken = true;
    if (fase !== 'open' || !verbroken) return;
    verbroken = false;
    uitkijk.begin();
  });
}
