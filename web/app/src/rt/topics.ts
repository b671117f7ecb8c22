// What the pages show of `/rt`: the newest view of each topic, by the version rule of docs/PROTOCOL.md §3. An `ev` carries
// the whole view, so there is nothing to merge; a view that arrives out of order is never shown.
import type { Door } from '../api/types';
import type { Channel, RtConnection } from './lijn/connection';
import type { ErrMessage, EvMessage, OkMessage, Pos, SnapMessage, TopicMessage } from './lijn/messages';

export type TopicState<T = unknown> =
  | { stand: 'laden' }
  | { stand: 'klaar'; v: number; b: T }
  /** Not there, or not for this person: the page does not know which. */
  | { stand: 'weg' };

export interface Gebeurde {
  topic: string;
  soort: string;
  door: Door | undefined;
  at: string;
  b: unknown;
}

export interface Lid<T = unknown> {
  topic: string;
  v: number;
  b: T;
  /** Came in while one was looking, not with the first list. */
  later: boolean;
}

export type BundleState<T = unknown> =
  | { stand: 'laden' }
  | { stand: 'klaar'; leden: Lid<T>[] }
  | { stand: 'weg' };

/** A page that is left and entered again within this time keeps its topic: no flicker, no second snapshot. */
const LINGER_MS = 3_000;
/** At a table that does not name us we sit down again; a server that keeps leaving us out is asked ever less often. */
const SIT_MS = 1_000;
const SIT_MAX_MS = 30_000;

abstract class Base<S> implements Channel {
  private readonly listeners = new Set<() => void>();
  private readonly hearers = new Set<(e: Gebeurde) => void>();
  protected state: S;
  users = 0;
  active = false;
  linger: ReturnType<typeof setTimeout> | undefined;

  protected readonly rt: RtConnection;
  readonly topic: string;

  constructor(rt: RtConnection, topic: string, first: S) {
    this.rt = rt;
    this.topic = topic;
    this.state = first;
  }

  getState = (): S => this.state;

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  hear(hearer: (e: Gebeurde) => void): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  protected set(state: S) {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  protected tell(ev: EvMessage, topic: string) {
    for (const hearer of this.hearers) {
      hearer({ topic, soort: ev.k, door: ev.door ?? undefined, at: ev.at, b: ev.b });
    }
  }

  abstract pos(): Pos | undefined;
  abstract opened(ok: OkMessage): void;
  abstract refused(err: ErrMessage): void;
  abstract message(message: TopicMessage): void;
  lost() {}
}

/** One object in one view. */
export class ViewChannel extends Base<TopicState> {
  private epoch: string | undefined;
  private version = 0;
  private fresh = true;
  private readonly isTable: boolean;
  private sitTimer: ReturnType<typeof setTimeout> | undefined;
  private sits = 0;

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
  }

  refused() {
    this.set({ stand: 'weg' });
  }

  override lost() {
    clearTimeout(this.sitTimer);
    this.sitTimer = undefined;
    this.sits = 0;
  }

  woke() {
    if (!this.isLeftOut()) return;
    this.lost();
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
      this.lost();
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

interface Member {
  a: number;
  e: string;
  v: number;
  b: unknown;
  later: boolean;
  named: boolean;
}

/** A list whose rows are topics: which rows it has depends on what one may see. */
export class BundleChannel extends Base<BundleState> {
  private readonly members = new Map<string, Member>();
  /** A first whole list was shown: what joins from now on is new. */
  private settled = false;
  /** The server named all members of this subscription. Until then a list is half, and half a list is not shown. */
  private whole = false;
  private own: number | undefined;

  constructor(rt: RtConnection, topic: string) {
    super(rt, topic, { stand: 'laden' });
  }

  pos(): undefined {
    return undefined;
  }

  opened(ok: OkMessage) {
    this.own = ok.a;
    this.whole = false;
    for (const member of this.members.values()) member.named = false;
  }

  refused() {
    this.set({ stand: 'weg' });
  }

  override lost() {
    this.whole = false;
    for (const member of this.members.values()) member.a = -1;
  }

  message(message: TopicMessage) {
    switch (message.t) {
      case 'lid':
        this.join(message.topic, message.a, message.e, message.v, message.b);
        break;
      case 'eraf':
        this.leave(message.a);
        break;
      case 'snap':
        if (message.a === this.own) this.settle();
        else this.change(message);
        break;
      case 'ev':
        this.change(message);
        break;
      case 'revoked':
        if (message.a === this.own) {
          this.members.clear();
          this.set({ stand: 'weg' });
        } else this.leave(message.a);
        break;
      case 'resync':
        this.rt.resubscribe(this);
        break;
      default:
        break;
    }
  }

  private join(topic: string, a: number, e: string, v: number, b: unknown) {
    const held = this.members.get(topic);
    if (held && held.a !== a) this.rt.release(held.a, this);
    this.rt.claim(a, this);
    if (held && held.e === e && held.v > v) {
      held.a = a;
      held.named = true;
    } else {
      this.members.set(topic, { a, e, v, b, later: held?.later ?? this.settled, named: true });
    }
    this.publish();
  }

  private change(message: EvMessage | SnapMessage) {
    for (const [topic, member] of this.members) {
      if (member.a !== message.a || message.v <= member.v) continue;
      if (message.t === 'ev' && message.v > member.v + 1) {
        this.rt.resubscribe(this);
        return;
      }
      this.members.set(topic, { ...member, v: message.v, b: message.b });
      this.publish();
      if (message.t === 'ev') this.tell(message, topic);
      return;
    }
  }

  private leave(a: number) {
    for (const [topic, member] of this.members) {
      if (member.a !== a) continue;
      this.members.delete(topic);
      this.rt.release(a, this);
      this.publish();
      return;
    }
  }

  private settle() {
    this.settled = true;
    this.whole = true;
    for (const [topic, member] of this.members) {
      if (member.named) continue;
      this.members.delete(topic);
      this.rt.release(member.a, this);
    }
    this.publish();
  }

  private publish() {
    if (!this.whole) return;
    const leden = [...this.members].map(([topic, m]) => ({ topic, v: m.v, b: m.b, later: m.later }));
    this.set({ stand: 'klaar', leden });
  }
}

export class TopicStore {
  private readonly views = new Map<string, ViewChannel>();
  private readonly bundles = new Map<string, BundleChannel>();
  private readonly rt: RtConnection;

  constructor(rt: RtConnection) {
    this.rt = rt;
  }

  view(topic: string): ViewChannel {
    return this.of(this.views, topic, () => new ViewChannel(this.rt, topic));
  }

  bundle(topic: string): BundleChannel {
    return this.of(this.bundles, topic, () => new BundleChannel(this.rt, topic));
  }

  /** Holds the topic for as long as somebody looks at it, and a little longer. */
  hold(channel: ViewChannel | BundleChannel): () => void {
    const map: Map<string, ViewChannel | BundleChannel> =
      channel instanceof ViewChannel ? this.views : this.bundles;
    map.set(channel.topic, channel);
    channel.users += 1;
    clearTimeout(channel.linger);
    if (!channel.active) {
      channel.active = true;
      this.rt.add(channel);
    }
    return () => {
      channel.users -= 1;
      if (channel.users > 0) return;
      channel.linger = setTimeout(() => this.drop(map, channel), LINGER_MS);
    };
  }

  private drop<C extends ViewChannel | BundleChannel>(map: Map<string, C>, channel: C) {
    clearTimeout(channel.linger);
    channel.active = false;
    this.rt.remove(channel);
    if (map.get(channel.topic) === channel) map.delete(channel.topic);
  }

  private of<C extends ViewChannel | BundleChannel>(map: Map<string, C>, topic: string, make: () => C): C {
    const known = map.get(topic);
    // Taken away while nobody looked: whoever comes back may have the right again, and only the server knows.
    const stale = known?.users === 0 && known.getState().stand === 'weg';
    if (known && !stale) return known;
    if (known) this.drop(map, known);
    const made = make();
    map.set(topic, made);
    return made;
  }
}
