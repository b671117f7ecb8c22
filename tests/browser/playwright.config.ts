import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const adres = process.env.KT_ADRES ?? '127.0.0.1:18080';
const bin = process.env.KT_BIN;
const baseURL = process.env.KT_URL ?? `http://${adres}`;
// Workers read this file too: they must find the folder of the first.
process.env.KT_DATA ??= join(import.meta.dirname, 'uitvoer', `data-${process.pid}`);
const data = process.env.KT_DATA;
const metBronnen = join(import.meta.dirname, '../../scripts/with-sims.sh');

// KT_URL: a server that runs already. KT_BIN: a server to start here, with fresh demo data of its own. No retries and no sleeps: a test that needs them proves nothing.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'uitvoer',
  // What is compared with a reviewed file is the same on every machine.
  snapshotPathTemplate: '{testDir}/gouden/{arg}{ext}',
  retries: 0,
  // One more than the cores of the gate's machine: much of a test is waiting for what another screen is told.
  workers: 3,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  webServer:
    bin && !process.env.KT_URL
      ? {
          command: `mkdir -p '${data}' && '${metBronnen}' '${data}' '${adres}' debug '${bin}' demo`,
          url: `${baseURL}/readyz`,
          env: { KEUKENTAFEL_ADRES: adres, KEUKENTAFEL_DATA: data },
          timeout: 60_000,
        }
      : undefined,
  use: {
    baseURL,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1440, height: 900 },
    // The pages as they were at each step; a film of every page would take a core of its own. In the gate, where nobody opens it, a tenth of the
    // time.
    trace: process.env.KT_GATE ? 'off' : { mode: 'retain-on-failure', screenshots: false, snapshots: true },
    screenshot: 'only-on-failure',
    launchOptions: {
      // Chromium without a window, and without what draws one: half the processor time of the whole browser.
      executablePath: '/usr/bin/chromium-headless-shell',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
