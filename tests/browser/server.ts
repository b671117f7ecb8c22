import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from '@playwright/test';
import { EigenBronnen, vrijAdres } from './bronnen';

export const BIN = process.env.KT_BIN;

/** A server of a test's own: one that it may kill, or whose clock it may move. */
export class EigenServer {
  readonly data = mkdtempSync(join(tmpdir(), 'keukentafel-herstart-'));
  private proces?: ChildProcess;
  url = '';
  adres = '127.0.0.1:0';
  /** Settings besides those of the test itself. */
  env: Record<string, string> = {};
  private readonly eigen = new EigenBronnen(BIN ?? '', this.data);

  /** Outside systems of its own beside it, started before it. */
  async metBronnen(): Promise<EigenBronnen> {
    this.adres = await vrijAdres();
    await this.eigen.start(this.adres);
    return this.eigen;
  }

  async start() {
    const env = { ...process.env, ...this.eigen.env, ...this.env };
    const proces = spawn(BIN ?? '', ['demo', '--adres', this.adres, '--data', this.data], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    this.proces = proces;
    for await (const regel of createInterface({ input: proces.stdout })) {
      const gevonden = /luistert op (http:\/\/(\S+))/.exec(regel);
      if (gevonden?.[1] && gevonden[2]) {
        this.url = gevonden[1];
        this.adres = gevonden[2];
        return;
      }
    }
    throw new Error('the server did not start');
  }

  async dood() {
    const proces = this.proces;
    if (!proces || proces.exitCode !== null || proces.signalCode !== null) return;
    const weg = new Promise((klaar) => proces.once('exit', klaar));
    proces.kill('SIGKILL');
    await weg;
  }

  /** Everything that it started. */
  async einde() {
    this.eigen.dood();
    await this.dood();
    this.ruimOp();
  }

  ruimOp() {
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The same browser, whose pages open on this server. */
  browser(browser: Browser): Browser {
    return { newContext: () => browser.newContext({ baseURL: this.url }) } as Browser;
  }
}
