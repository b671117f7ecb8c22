// One object in one view.
import type { Zaakdeel } from '../../api/types';
import type { RtConnection } from '../lijn/connection';
import type { OkMessage, Pos, TopicMessage } from '../lijn/messages';
import { Base, type TopicState } from './kanaal';

/** At a table that does not name us we sit down again; a server that keeps leaving us out is asked ever less often. */
const SIT_MS = 1_000;
const SIT_MAX_MS = 30_000;

export class ViewChannel extends Base<TopicState> {
  private epoch: string | undefined;
  private version = 0;
  private fresh = true;
  private readonly isTable: boolean;
  private sitTimer: ReturnType<typeof setTimeout> | undefined;
  private sits = 0;
  private nummer: number | undefined;
  private deel: Zaakdeel | undefined;

  constructor(rt: RtConnection, topic: string) {
    super(rt, topic, { stand: 'laden' });
    this.isTable = topic.endsWith('@tafel');
  }

  pos(): Pos | undefined {
    return this.epoch !== undefined && this.state.stand === 'klaar'
      ? { e: this.epoch, v: this.version }
      : undefined;
  }

  opened(ok: OkMessage) {
    // Another epoch is another history: what was held says nothing about what comes.
    this.fresh = ok.e !== this.epoch || ok.how === 'snapshot';
    this.epoch = ok.e;
    this.nummer = ok.a;
    if (this.deel) this.zegHier();
  }

  /** At which part of the page one looks, for who sits there too: said now, and again whenever the line comes back. */
  hier(deel: Zaakdeel | undefined) {
    if (deel === this.deel) return;
    this.deel = deel;
    this.zegHier();
  }

  private zegHier() {
    if (this.nummer === undefined) return;
    this.rt.zeg({ t: 'hier', a: this.nummer, ...(this.deel ? { deel: this.deel } : {}) });
  }

  refused() {
    this.set({ stand: 'weg' });
  }

  override lost() {
    this.zit();
    this.nummer = undefined;
  }

  /** At the table, or nobody to ask: there is nothing to be asked again. */
  private zit() {
    clearTimeout(this.sitTimer);
    this.sitTimer = undefined;
    this.sits = 0;
  }

  woke() {
    if (!this.isLeftOut()) return;
    this.zit();
    this.rt.resubscribe(this);
  }

  message(message: TopicMessage) {
    switch (message.t) {
      case 'snap':
        if (this.fresh || message.v > this.version) this.take(message.v, message.b);
        break;
      case 'latest':
        if (this.fresh || message.v > this.version) this.take(message.v, message.b);
        break;
      case 'ev':
        if (this.fresh) break; // an event before the snapshot it builds on; the snapshot holds it
        if (message.v <= this.version) break;
        if (message.v > this.version + 1) {
          this.rt.resubscribe(this);
          break;
        }
        this.take(message.v, message.b);
        this.tell(message, this.topic);
        break;
      case 'resync':
        this.rt.resubscribe(this);
        break;
      case 'revoked':
        this.epoch = undefined;
        this.version = 0;
        this.set({ stand: 'weg' });
        break;
      default:
        break;
    }
  }

  private take(v: number, b: unknown) {
    this.fresh = false;
    this.version = v;
    this.set({ stand: 'klaar', v, b });
    if (this.isTable) this.sitDown();
  }

  /** Who follows a table sits at it; the server forgets who was silent for too long, and says so by leaving us out. */
  private isLeftOut(): boolean {
    const me = this.rt.me();
    if (!this.isTable || me === undefined || this.state.stand !== 'klaar') return false;
    return Array.isArray(this.state.b) && !this.state.b.some((one: { id?: string }) => one.id === me);
  }

  private sitDown() {
    if (!this.isLeftOut()) {
      this.zit();
      return;
    }
    // In a page that nobody looks at we are rightly away; `woke` brings us back.
    if (this.sitTimer !== undefined || globalThis.document?.visibilityState === 'hidden') return;
    this.sitTimer = setTimeout(
      () => {
        this.sitTimer = undefined;
        if (this.active && this.isLeftOut()) this.rt.resubscribe(this);
      },
      Math.min(SIT_MAX_MS, SIT_MS * 2 ** this.sits),
    );
    this.sits += 1;
  }
}
