// The simulators of outside systems of a test's own, each a process that ends with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A port that nobody has now, for a server that must be named before it listens. */
export async function vrijAdres(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const adres = server.address();
  server.close();
  await once(server, 'close');
  if (adres === null || typeof adres === 'string') throw new Error('no port');
  return `127.0.0.1:${adres.port}`;
}

export class EigenBronnen {
  private readonly processen: ChildProcess[] = [];
  brp = '';
  allegro = '';
  /** What the server must be started with. */
  env: Record<string, string> = {};

  constructor(
    private readonly bin: string,
    private readonly data: string,
  ) {}

  /** Beside a server that will listen at `adres`: there go the hints of Allegro. */
  async start(adres: string) {
    const sleutel = () => randomBytes(16).toString('hex');
    const [brp, allegro, hint] = [sleutel(), sleutel(), sleutel()];
    this.brp = await this.een('sim-brp', { SLEUTEL: brp }, []);
    const hints = ['--hint', `http://${adres}/api/v1/koppelingen/allegro/hint`, '--hint-key-env', 'HINT'];
    this.allegro = await this.een('sim-allegro', { SLEUTEL: allegro, HINT: hint }, hints);
    this.env = {
      KEUKENTAFEL_BRP_URL: this.brp,
      KEUKENTAFEL_BRP_SLEUTEL: brp,
      KEUKENTAFEL_ALLEGRO_URL: this.allegro,
      KEUKENTAFEL_ALLEGRO_SLEUTEL: allegro,
      KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL: hint,
    };
  }

  private async een(naam: string, env: Record<string, string>, meer: string[]): Promise<string> {
    const waar = ['--addr', '127.0.0.1:0', '--data', join(this.data, `${naam}.jsonl`), '--sleutel-env', 'SLEUTEL', ...meer];
    const proces = spawn(join(dirname(this.bin), naam), waar, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
    this.processen.push(proces);
    for await (const regel of createInterface({ input: proces.stdout })) {
      return regel.replace('luistert op ', '').trim();
    }
    throw new Error(`${naam} did not start`);
  }

  /** Tells the simulated Allegro something: a booking, a fault. */
  async zegAllegro(pad: '/_boek' | '/_storing', wat: unknown) {
    const antwoord = await fetch(`${this.allegro}${pad}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wat),
    });
    if (!antwoord.ok) throw new Error(`${pad}: ${antwoord.status} ${await antwoord.text()}`);
  }

  dood() {
    for (const proces of this.processen) proces.kill('SIGKILL');
  }
}
