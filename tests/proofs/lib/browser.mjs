// A browser of its own for a proof, with what the browser tests have installed.

import { createRequire } from 'node:module'

const browserTests = createRequire(new URL('../../browser/package.json', import.meta.url))
export const { AxeBuilder } = browserTests('@axe-core/playwright')

/** Ends with the proof. */
export async function openBrowser (proof) {
  const { chromium } = browserTests('@playwright/test')
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
  proof.own({ destroy: () => browser.close() })
  return browser
}

/** Logs in as a persona of the demonstration, on a page that loads nothing of the client. */
export async function logIn (page, persona) {
  await page.goto('/healthz')
  await page.evaluate(async who => {
    const answer = await fetch('/demo/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona: who }) })
    if (!answer.ok) throw new Error(`${who}: ${answer.status}`)
  }, persona)
}
