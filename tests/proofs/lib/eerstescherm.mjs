// The first screen of a resident who opens the portal on a cheap phone with a slow line, with nothing kept from before: when the largest part
// of it stands there, and what came over the line for it.

import { logIn, openBrowser } from './browser.mjs'

/** Slow 4G and a phone four times as slow as this machine, as Lighthouse simulates them. */
const LIJN = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const TRAAG = 4
const TELEFOON = { width: 390, height: 844 }

const middelste = getallen => [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)]

/** One time, in a browser that has seen nothing: milliseconds, and bytes as they came over the line. */
async function een (browser, base, persona, pad) {
  const context = await browser.newContext({ baseURL: base, viewport: TELEFOON, deviceScaleFactor: 2, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  const inlog = await context.newPage()
  await logIn(inlog, persona)
  const page = await context.newPage()
  await inlog.close()
  await page.addInitScript(() => {
    window.grootste = []
    new PerformanceObserver(list => window.grootste.push(...list.getEntries().map(one => one.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', LIJN)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: TRAAG })
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.goto(pad, { waitUntil: 'networkidle' })
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => document.querySelector('.skelet') === null)
  const gezien = await page.evaluate(() => ({ grootste: Math.max(0, ...window.grootste), eerste: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }))
  await context.close()
  return { ...gezien, bytes }
}

/** `keer` times one after the other: medians. */
export async function eersteScherm (proof, base, { persona, pad, keer }) {
  const browser = await openBrowser(proof)
  const alle = []
  for (let i = 0; i < keer; i += 1) alle.push(await een(browser, base, persona, pad))
  await browser.close()
  return {
    grootste: Math.round(middelste(alle.map(one => one.grootste))),
    eerste: Math.round(middelste(alle.map(one => one.eerste))),
    bytes: middelste(alle.map(one => one.bytes)),
    gemeten: alle.every(one => one.grootste > 0)
  }
}
