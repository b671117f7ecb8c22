import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rt } from './rt/hooks';
import { scriptVan, versie, volgVersie } from './versie';

const pagina = (hash: string) =>
  `<!doctype html><html><head><script type="module" crossorigin src="/assets/werkplek-${hash}.js"></script></head></html>`;

let zeg: (fase: string) => void;
let opgehaald: ReturnType<typeof vi.fn>;
function lijn(): Rt {
  let status = { fase: 'open' };
  let roep = () => {};
  zeg = (fase) => {
    status = { fase };
    roep();
  };
  const onStatus = (hoor: () => void) => {
    roep = hoor;
    return () => {};
  };
  return { connection: { onStatus, getStatus: () => status } } as unknown as Rt;
}

beforeEach(() => {
  opgehaald = vi.fn();
  vi.stubGlobal('fetch', opgehaald);
  volgVersie(lijn(), '/', '/assets/werkplek-een.js');
});
afterEach(() => vi.unstubAllGlobals());

const daar = (hash: string) => opgehaald.mockResolvedValue({ ok: true, text: async () => pagina(hash) });
const terug = async () => {
  zeg('verbroken');
  zeg('open');
  await vi.waitFor(() => expect(opgehaald).toHaveBeenCalled());
};

// shows E5, C6
describe('a newer client', () => {
  it('is told of when the line is back and the page there begins with another script, and not before', async () => {
    daar('een');
    zeg('open');
    expect(opgehaald).not.toHaveBeenCalled();
    const roep = vi.fn();
    const stil = versie.hoor(roep);
    await terug();
    expect(versie.isNieuwer()).toBe(false);
    expect(roep).not.toHaveBeenCalled();
    daar('twee');
    await terug();
    await vi.waitFor(() => expect(versie.isNieuwer()).toBe(true));
    // Back to what is open here, as with a server that was put back.
    daar('een');
    await terug();
    await vi.waitFor(() => expect(versie.isNieuwer()).toBe(false));
    expect(roep).toHaveBeenCalledTimes(2);
    stil();
  });

  it('is not told of when the server cannot say', async () => {
    opgehaald.mockRejectedValue(new TypeError('offline'));
    await terug();
    opgehaald.mockResolvedValue({ ok: false, text: async () => pagina('twee') });
    await terug();
    expect(versie.isNieuwer()).toBe(false);
  });

  it('is known by the script of a build; a page that is served otherwise has none', () => {
    expect(scriptVan(pagina('een'))).toBe('/assets/werkplek-een.js');
    expect(scriptVan('<script type="module" src="/src/werkplek/main.tsx"></script>')).toBeUndefined();
  });
});
