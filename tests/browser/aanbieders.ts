// A server with real providers of identities of its own beside it, and the way in through their pages.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Aanbieder, type Account, richtIn } from '../proofs/lib/oidc.mjs';
import { vrijAdres } from './bronnen';
import { EigenServer } from './server';

const GEMEENTE = '019b7722-6000-7000-8000-676500000001';
export const MEDEWERKER = 'Log in als medewerker';

export class ServerMetAanbieders extends EigenServer {
  private aanbieders: Aanbieder[] = [];

  constructor(private readonly accounts: { medewerker: Record<string, Account>; inwoner: Record<string, Account> }) {
    super();
  }

  override async start() {
    this.adres = await vrijAdres();
    const { accounts } = this;
    const set = await richtIn({ dir: `${this.data}/kt`, address: this.adres, gemeente: GEMEENTE, accounts });
    this.aanbieders = [set.medewerker, set.inwoner];
    this.env = set.env;
    await super.start();
  }

  /** From now on the provider says this of somebody who works here; the server hears it when they come in. */
  async zegt(account: string, wat: Account) {
    await this.aanbieders[0]?.stuur({ accounts: { [account]: wat } });
  }

  /** Where somebody who works here logs out at the provider itself. */
  uitlogpagina(): string {
    return `${this.aanbieders[0]?.url}/session/end`;
  }

  override async einde() {
    await Promise.all(this.aanbieders.map((aanbieder) => aanbieder.kill()));
    await super.einde();
  }

  /** A browser that was never here. */
  async scherm(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ baseURL: this.url });
    return { context, page: await context.newPage() };
  }

  /** From the login page, by way of the provider's own page. */
  async kom(page: Page, deur: string, account: string) {
    await page.getByRole('link', { name: deur }).click();
    await page.getByRole('button', { name: account, exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(this.url));
  }
}
