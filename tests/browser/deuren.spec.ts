// The portal is for residents and the werkplek for who works there: at the other's door one reads that, and gets nothing of the other's pages.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, pastOp320, toegankelijk } from './steun';

/** What a page asks the server for, sockets too. */
function gevraagd(page: Page): string[] {
  const paden: string[] = [];
  page.on('request', (request) => paden.push(new URL(request.url()).pathname));
  page.on('websocket', (socket) => paden.push(new URL(socket.url()).pathname));
  return paden;
}
const vanDeServer = (paden: string[]) => paden.filter((pad) => pad.startsWith('/api/') || pad === '/rt');

// shows I14, C1-R1
test('who works here gets a plain page at the portal, and nothing is asked for them', async ({ browser }) => {
  const page = await (await aanHetScherm(browser, 'Emma')).context.newPage();
  const paden = gevraagd(page);
  for (const pad of ['/portaal', '/portaal/geld', '/portaal/inzage']) {
    paden.length = 0;
    await page.goto(pad);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is voor inwoners');
    expect(vanDeServer(paden)).toEqual(['/api/v1/ik']);
    await toegankelijk(page);
    await pastOp320(page);
  }
  await page.getByRole('link', { name: 'Naar de werkplek' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/');
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
});

// shows I14, C2-R1
test('a resident gets a plain page at the werkplek, and the start goes to the portal', async ({ browser }) => {
  const page = await (await aanHetScherm(browser, 'Maria')).context.newPage();
  const paden = gevraagd(page);
  for (const pad of ['/balie', '/caseload', '/signalen']) {
    paden.length = 0;
    await page.goto(pad);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is voor medewerkers');
    expect(vanDeServer(paden)).toEqual(['/api/v1/ik']);
    await toegankelijk(page);
    await pastOp320(page);
  }
  await page.getByRole('link', { name: 'Naar uw zaken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dag Maria' })).toBeVisible();
  await page.goto('/');
  await expect(page).toHaveURL(/\/portaal$/);
});
