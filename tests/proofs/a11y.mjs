// Every page that somebody can reach by its links, as everybody who can log in: WCAG 2.2 AA by axe, in light, in dark and in the second theme;
// one heading that names the window; the way past the menu first; no sideways scroll at 320 px, which is 400 % of a desk; nothing that moves
// for who asked for stillness; no more than one button that says what comes first (the house's own rule). The states of a page (a dialog, an error, no line) are asserted where they come about, in tests/browser.
//
// The short form looks at each kind of page once, as the first who has it; the full form as everybody. Three people are at it at a time. Twin (FAALT=1): text is made too faint.

import { readFileSync } from 'node:fs'
import { AxeBuilder, logIn, openBrowser } from './lib/browser.mjs'
import { FAALT, LONG, prove } from './lib/proof.mjs'
import { Server, Table } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'

const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const BUREAU = { width: 1440, height: 900 }
const SMAL = { width: 320, height: 640 }
/** Who is looked at in the short form: each has pages that the others have not. */
const EERST = ['kevin', 'linda', 'werkverdeler', 'wijkteammanager', 'regisseur', 'privacyfunctionaris', 'medewerker-budgetbeheer', 'maria', 'huub']
/** Pages by which one comes in or goes out, and one that is not there. */
const RAND = ['/demo', '/inloggen', '/bestaat-niet']
/** Of one person; a demonstration has fewer. */
const PAGINAS_MAX = 60
const THEMA = readFileSync(new URL('../../web/app/src/thema/theme-oeverland.css', import.meta.url), 'utf8')
/** So many people at a time: a page waits for the server while another is looked at. */
const SAMEN = 3
/** Longer without its one heading, and a page has none. */
const KOP_MS = 5_000
const FLETS = 'main p, main li { color: #bbb !important }'

/** What stands still, is loaded and lives. */
async function rust (page) {
  await page.locator('h1').first().waitFor()
  // The heading of a page that comes in by itself names the window a moment later.
  await page.waitForFunction(() => document.querySelector('.skelet') === null && / - Keukentafel$/.test(document.title))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

const axe = async (page, regels) => {
  const bouw = new AxeBuilder({ page })
  const { violations } = await (regels ? bouw.withRules(regels) : bouw.withTags(AXE)).analyze()
  return violations.map(one => `${one.id}: ${one.nodes.map(node => node.target).join(', ')}`)
}

/** Everything about one page; what is wrong, each with where. */
async function bekijk (page, beurt) {
  const fout = []
  const kijk = (wat, gevonden) => { if (gevonden.length > 0) fout.push(`${wat}: ${gevonden.join(' · ')}`) }
  // A page that comes in by itself has another heading a moment later.
  await page.waitForFunction(() => document.querySelectorAll('h1').length === 1, undefined, { timeout: KOP_MS }).catch(() => undefined)
  const koppen = await page.locator('h1').count()
  if (koppen !== 1) fout.push(`${koppen} main headings`)
  const eerst = await page.locator('main .knop--eerst:visible').count()
  if (eerst > 1) fout.push(`${eerst} buttons that say that they come first`)
  await page.evaluate(() => document.activeElement?.blur?.())
  await page.keyboard.press('Tab')
  const eerste = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
  if (!eerste.startsWith('#')) fout.push(`the first stop of the keyboard is ${eerste}`)
  kijk('light', await axe(page))
  // In the short form one of the two, in turn.
  if (LONG || beurt % 2 === 0) {
    await page.emulateMedia({ colorScheme: 'dark' })
    kijk('dark', await axe(page, ['color-contrast']))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  if (LONG || beurt % 2 === 1) {
    const thema = await page.addStyleTag({ content: THEMA })
    kijk('the second theme', await axe(page, ['color-contrast']))
    await thema.evaluate(tag => tag.remove())
  }
  const beweegt = await page.evaluate(() => document.getAnimations().filter(one => one.playState === 'running').map(one => one.animationName ?? 'a transition'))
  kijk('moves for who asked for stillness', beweegt)
  await page.setViewportSize(SMAL)
  const breed = await page.evaluate(() => document.documentElement.scrollWidth)
  if (breed > SMAL.width) fout.push(`${breed} px wide at ${SMAL.width}`)
  await page.setViewportSize(BUREAU)
  return fout
}

const soort = path => path.split(/[?#]/)[0].replaceAll(UUID, ':id')

/** Follows the links of one person; gives the kinds of pages that they have. */
async function loop (proof, page, begin, wie, gezien) {
  const wacht = [...begin]
  const langs = new Set()
  let pages = 0
  while (wacht.length > 0 && pages < PAGINAS_MAX) {
    const path = wacht.shift()
    const kind = soort(path)
    if (langs.has(kind)) continue
    const nieuw = !gezien.has(kind)
    langs.add(kind)
    gezien.add(kind)
    await page.goto(path)
    await rust(page)
    pages += 1
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href^="/"]')].map(link => link.getAttribute('href')))
    wacht.push(...links.filter(link => !/^\/(api|rol$|demo|yjs|rt)/.test(link)))
    if (!LONG && !nieuw) continue
    if (FAALT) await page.addStyleTag({ content: FLETS })
    const fout = await bekijk(page, gezien.size)
    proof.check(`${wie}: ${kind}`, fout.length === 0, `\n    ${fout.join('\n    ')}`)
  }
  return pages
}

await prove('a11y', async proof => {
  const address = await freeAddress()
  const sims = proof.own(await Sims.start({ dir: `${proof.dir}/sims`, address }))
  sims.destroy = sims.stop
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data`, address, env: sims.env }))
  await (await Table.lay(server)).document()
  const personas = await (await fetch(`${server.base}/demo/personas`)).json()
  const namen = personas.items.map(one => one.persona)
  const wie = LONG ? namen : EERST.filter(one => namen.includes(one)).slice(0, FAALT ? 1 : undefined)
  proof.check('who is looked at can log in', wie.length >= (FAALT ? 1 : 8), wie.join(', '))
  const browser = await openBrowser(proof)
  const gezien = new Set()
  let pages = 0
  const rij = [...wie]
  const volgende = async () => {
    for (let persona = rij.shift(); persona; persona = rij.shift()) {
      const context = await browser.newContext({ baseURL: server.base, viewport: BUREAU, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', bypassCSP: true })
      const page = await context.newPage()
      await logIn(page, persona)
      const { start } = personas.items.find(one => one.persona === persona)
      const langs = await loop(proof, page, [start], persona, gezien)
      pages += langs
      await context.close()
    }
  }
  await Promise.all(Array.from({ length: SAMEN }, volgende))
  const context = await browser.newContext({ baseURL: server.base, viewport: BUREAU, locale: 'nl-NL', reducedMotion: 'reduce', bypassCSP: true })
  const page = await context.newPage()
  for (const path of FAALT ? [] : RAND) {
    await page.goto(path)
    await rust(page)
    gezien.add(path)
    // They have no menu to be passed.
    const fout = (await bekijk(page, gezien.size)).filter(one => !one.startsWith('the first stop'))
    proof.check(`nobody yet: ${path}`, fout.length === 0, `\n    ${fout.join('\n    ')}`)
  }
  return `${gezien.size} kinds of pages, ${pages} visits as ${wie.length} people: axe in light, dark and the second theme, 320 px, keyboard, stillness`
})
