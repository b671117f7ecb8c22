import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rt } from './rt/hooks';
import { scriptVan, versie, volgVersie } from './versie';

const MINUUT_MS = 60_000;
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
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  opgehaald = vi.fn();
  vi.stubGlobal('fetch', opgehaald);
  volgVersie(lijn(), '/', '/assets/werkplek-een.js');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const daar = (hash: string) => opgehaald.mockResolvedValue({ ok: true, text: async () => pagina(hash) });
const keer = () => opgehaald.mock.calls.length;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** The line is back, and it was looked at; what it said is known. */
const terug = async () => {
  zeg('verbroken');
  zeg('open');
  await later(2_500);
};
/** Ours again, also for the next test. */
const weerOns = async () => {
  daar('een');
  await terug();
  expect(versie.isNieuwer()).toBe(false);
};

describe('a newer client', () => {
  it('is told of when the page says another script twice, a minute apart, and not before', async () => {
    const roep = vi.fn();
    const stil = versie.hoor(roep);
    daar('twee');
    zeg('open');
    await later(MINUUT_MS);
    expect(keer(), 'the line was not away').toBe(0);
    await terug();
    expect(keer()).toBe(1);
    expect(versie.isNieuwer()).toBe(false);
    await later(MINUUT_MS - 1);
    expect(versie.isNieuwer()).toBe(false);
    await later(1);
    expect(versie.isNieuwer()).toBe(true);
    await later(20 * MINUUT_MS);
    expect(keer(), 'it is sure').toBe(2);
    // Back to what is open here, as with a server that was put back.
    await weerOns();
    expect(roep).toHaveBeenCalledTimes(2);
    stil();
  });

  it('is not told of while one look meets an old node and the next a new one', async () => {
    daar('twee');
    await terug();
    for (const hash of ['een', 'twee', 'een', 'twee']) {
      daar(hash);
      await later(MINUUT_MS);
      expect(versie.isNieuwer()).toBe(false);
    }
    // The last old one is gone.
    await later(MINUUT_MS);
    expect(versie.isNieuwer()).toBe(true);
    await weerOns();
  });

  it('is found by who met an old node first', async () => {
    await weerOns();
    daar('twee');
    await later(2 * MINUUT_MS);
    expect(versie.isNieuwer()).toBe(true);
    await weerOns();
    await later(20 * MINUUT_MS);
    await weerOns();
    daar('twee');
    await later(2 * MINUUT_MS);
    expect(versie.isNieuwer(), 'that it was ours hours ago makes one look not sure').toBe(true);
    await weerOns();
  });

  it('is not told of when the server cannot say, and then it is not asked for ever', async () => {
    opgehaald.mockRejectedValue(new TypeError('offline'));
    await terug();
    await later(5 * MINUUT_MS);
    opgehaald.mockResolvedValue({ ok: false, text: async () => pagina('twee') });
    await later(30 * MINUUT_MS);
    expect(versie.isNieuwer()).toBe(false);
    expect(keer()).toBe(10);
    // Nor does it take away what was seen.
    daar('twee');
    await terug();
    opgehaald.mockRejectedValueOnce(new TypeError('offline'));
    await later(2 * MINUUT_MS);
    expect(versie.isNieuwer()).toBe(true);
    await weerOns();
  });

  it('is looked at by each at a moment of their own', async () => {
    vi.mocked(Math.random).mockReturnValue(0.9);
    daar('een');
    zeg('verbroken');
    zeg('open');
    await later(4_499);
    expect(keer()).toBe(0);
    await later(1);
    expect(keer()).toBe(1);
  });

  it('is known by the script of a build, and of no extension of the browser', () => {
    expect(scriptVan(pagina('een'))).toBe('/assets/werkplek-een.js');
    expect(scriptVan('<script type="module" src="/src/werkplek/main.tsx"></script>')).toBeUndefined();
    const vreemd =
      '<script src="chrome-extension://abc/assets/inject.js"></script><script src="/assets/klassiek.js"></script>' +
      '<script type="module" src="https://elders.example/assets/a.js"></script>';
    expect(scriptVan(vreemd)).toBeUndefined();
    expect(scriptVan(vreemd + pagina('een'))).toBe('/assets/werkplek-een.js');
  });

  it('is fetched before it is gone to, with what it begins with, and tried again when a node does not have it', async () => {
    const html = `${pagina('twee')}<link rel="modulepreload" href="/assets/deel-twee.js">`;
    let weg = 2;
    opgehaald.mockImplementation(async (pad: string) => {
      if (pad === '/') return { ok: true, text: async () => html };
      if (pad.includes('deel') && weg > 0) {
        weg -= 1;
        return { ok: false };
      }
      return { ok: true, arrayBuffer: async () => new ArrayBuffer(8) };
    });
    const erHelemaal = versie.haalVooraf();
    await later(6_000);
    expect(await erHelemaal).toBe(true);
    expect(opgehaald).toHaveBeenCalledWith('/assets/werkplek-twee.js', expect.anything());
    weg = 100;
    const niet = versie.haalVooraf();
    await later(6_000);
    expect(await niet).toBe(false);
  });
});
