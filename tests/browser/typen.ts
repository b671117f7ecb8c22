// The cost of a key within the page, in a short document and in one of 300,000 characters: from the browser saying that it puts in a letter until the
// editor, the shared text and what is drawn from them are done with it. Beside it the processor time of the page's own thread, which others on
// the machine do not lengthen: script, layout and style of all that a key brings about. Printed; nothing is judged here.
import { type CDPSession, expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, allesOpgeslagen, eigenOnderwerp, inSectie, nieuweZaak, nieuwVerslag, tekstvak, zonderScherm } from './steun';

const TEKENS = 300_000;
const TOETSEN = 300;
/** Paragraphs of a report are about so long. */
const ALINEA = 250;

/** Pasted in parts: one paste has a bound. */
async function vul(page: Page, tekens: number) {
  const zin = 'Mevrouw woont sinds het voorjaar alleen en de trap valt haar zwaar. ';
  const alinea = zin.repeat(Math.ceil(ALINEA / zin.length)).slice(0, ALINEA);
  for (let gedaan = 0; gedaan < tekens; ) {
    const n = Math.min(400, Math.ceil((tekens - gedaan) / ALINEA));
    await page.evaluate(
      ([een, keer]) => {
        const data = new DataTransfer();
        data.setData('text/plain', Array.from({ length: Number(keer) }, () => een).join('\n\n'));
        document
          .querySelector('.papier')
          ?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          );
      },
      [alinea, n],
    );
    gedaan += n * ALINEA;
    await allesOpgeslagen(page);
  }
}

/** Letters as the browser gives them: first it asks the page, then it puts in what that leaves to it. Each is measured alone, with what React and
 * the editor do at once. */
const meet = (page: Page) =>
  page.evaluate(async (toetsen) => {
    const papier = document.querySelector<HTMLElement>('.papier');
    papier?.focus();
    const kosten: number[] = [];
    for (let i = 0; i < toetsen; i += 1) {
      const letter = 'abcdefgh '[i % 9] ?? 'a';
      const van = performance.now();
      const vooraf = {
        inputType: 'insertText',
        data: letter,
        bubbles: true,
        cancelable: true,
        composed: true,
      };
      if (papier?.dispatchEvent(new InputEvent('beforeinput', vooraf)))
        document.execCommand('insertText', false, letter);
      // What the editor heard of the browser it takes in before the next task.
      await Promise.resolve();
      kosten.push(performance.now() - van);
      await new Promise((r) => setTimeout(r, 20));
    }
    kosten.sort((a, b) => a - b);
    const op = (deel: number) => Number((kosten[Math.floor((kosten.length - 1) * deel)] ?? 0).toFixed(2));
    return { mediaan: op(0.5), p95: op(0.95), meest: op(1), tekens: papier?.textContent?.length ?? 0 };
  }, TOETSEN);

/** Milliseconds of the page's own thread at script, layout and style, since it was opened. */
async function rekentijd(cdp: CDPSession) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const som = (namen: string[]) =>
    metrics.reduce((n, m) => n + (namen.includes(m.name) ? m.value * 1_000 : 0), 0);
  return som(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);
}

test('what a key costs', async ({ browser }) => {
  test.setTimeout(600_000);
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Typen'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const { page } = kevin;
  for (const tekens of [0, TEKENS]) {
    const id = await nieuwVerslag(kevin, zaak, ['Kevin']);
    await page.goto(`/documenten/${id}`);
    await expect(tekstvak(page)).toBeVisible();
    await inSectie(page, '2. Wat de inwoner');
    if (tekens > 0) await vul(page, tekens);
    await page.keyboard.type('Warm. ');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const voor = await rekentijd(cdp);
    const gemeten = await meet(page);
    const cpu = ((await rekentijd(cdp)) - voor) / TOETSEN;
    await cdp.detach();
    await allesOpgeslagen(page);
    console.log(
      `a key in ${gemeten.tekens} characters: median ${gemeten.mediaan} ms, p95 ${gemeten.p95} ms, most ${gemeten.meest} ms; processor ${cpu.toFixed(2)} ms`,
    );
  }
});
