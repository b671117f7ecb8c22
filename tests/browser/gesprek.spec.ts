// A talk is planned, moved and called off: who takes part has it on the first page, and Maria in the portal, live, without an address.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  getyptOver,
  medewerkerIds,
  nieuwVerslag,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  voorMaria,
} from './steun';

async function opVandaag(page: Page) {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await verbonden(page);
}

// shows C2-K3, C2-K4
test('Kevin plans a talk with Emma at Maria’s home by keyboard; both sides see it live, moved and called off', async ({ browser }) => {
  test.slow(); // three people, seven looks by axe
  const [linda, maria] = [await aanHetScherm(browser, 'Linda'), await aanHetScherm(browser, 'Maria')];
  const zaak = await voorMaria(linda, maria, eigenOnderwerp('Huisbezoek'));
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, {
    behandelaars: await medewerkerIds(linda.context.request, ['Kevin', 'Emma']),
  });
  const [kevin, emma] = [await aanHetScherm(browser, 'Kevin'), await aanHetScherm(browser, 'Emma')];
  const verslag = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  await opVandaag(emma.page);
  await maria.page.goto('/portaal');
  await verbonden(maria.page);
  const [bijEmma, bijMaria] = [await oorsprong(emma.page), await oorsprong(maria.page)];

  await kevin.page.goto(`/zaken/${zaak}`);
  const { page } = kevin;
  const rij = page.locator('.docrij').filter({ has: page.locator(`a[href$="${verslag}"]`) });
  await rij.getByRole('button', { name: 'Plan gesprek' }).press('Enter');
  const dialoog = page.getByRole('dialog', { name: 'Wanneer is het gesprek?' });
  await dialoog.getByLabel('Tijd').fill('25');
  await dialoog.getByRole('button', { name: 'Plan het gesprek' }).click();
  await expect(dialoog.getByRole('link')).toHaveText([/Vul een dag in/, /Vul uren en minuten in/]);
  await toegankelijk(page);
  await pastOp320(page);
  await dialoog.getByLabel('Dag').fill(getyptOver(3));
  await dialoog.getByLabel('Tijd').fill('10.30');
  await dialoog.getByLabel('Tijd').press('Enter');
  await expect(dialoog).toHaveCount(0);
  await expect(rij.locator('[data-afspraak="komt"]')).toContainText('10.30 uur, bij de inwoner thuis');
  await toegankelijk(page);
  await pastOp320(page);

  const bij = emma.page.locator('[data-gesprek]').filter({ has: emma.page.locator(`a[href$="${verslag}"]`) });
  await expect(bij).toContainText(/10\.30 uur, bij Maria .+ thuis/);
  await expect(bij).toContainText('Samen met Kevin');
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  const thuis = maria.page.locator('[data-gesprek]').filter({ hasText: 'om 10.30 uur' }).last();
  await expect(thuis).toContainText('komen bij u thuis.');
  await expect(thuis).toContainText('Kevin');
  const id = await thuis.getAttribute('data-gesprek');
  const dezelfde = maria.page.locator(`[data-gesprek="${id}"]`);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);

  // Moved to the telephone.
  await rij.getByRole('button', { name: 'Verzet' }).click();
  const verzet = page.getByRole('dialog', { name: 'Naar wanneer verzet u het gesprek?' });
  await expect(verzet.getByLabel('Tijd')).toHaveValue('10:30');
  await verzet.getByLabel('Waar').selectOption('bellen');
  await verzet.getByRole('button', { name: 'Verzet het gesprek' }).click();
  await expect(dezelfde).toContainText('bellen u.');
  await expect(bij).toContainText('bellen met Maria');

  // Called off: why is for who takes part.
  await rij.getByRole('button', { name: 'Zeg af' }).click();
  const af = page.getByRole('dialog', { name: 'Waarom gaat het gesprek niet door?' });
  await af.getByRole('button', { name: 'Zeg het gesprek af' }).click();
  await expect(af).toContainText('Vul de reden in');
  await af.getByLabel('Reden').fill('Emma is ziek');
  await af.getByRole('button', { name: 'Zeg het gesprek af' }).click();
  await expect(rij).toContainText('gaat niet door: Emma is ziek');
  await expect(bij).toContainText('gaat niet door');
  await expect(dezelfde).toContainText('Dit gesprek gaat niet door.');
  await expect(maria.page.getByText('Emma is ziek')).toHaveCount(0);
  await toegankelijk(maria.page);
  expect([await oorsprong(emma.page), await oorsprong(maria.page)], 'no reload').toEqual([bijEmma, bijMaria]);

  // In English too.
  await maria.page.getByRole('button', { name: 'English' }).click();
  await expect(dezelfde).toContainText('This talk is cancelled.');
});
