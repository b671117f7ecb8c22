// A list whose rows are topics: which rows it has depends on what one may see.
import type { RtConnection } from '../lijn/connection';
import type { EvMessage, OkMessage, SnapMessage, TopicMessage } from '../lijn/messages';
import { Base, type BundleState, perFrame } from './kanaal';

interface Member {
  a: number;
  e: string;
  v: number;
  b: unknown;
  later: boolean;
  named: boolean;
}

export class BundleChannel extends Base<BundleState> {
  private readonly members = new Map<string, Member>();
  /** Which row a number speaks of: a long list is not searched for each message. */
  private readonly numbers = new Map<number, string>();
  /** The list changed since it was last made. */
  private stale = false;
  /** Whoever listens is still to hear of it. */
  private planned = false;
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
    // What was whole is made before what comes next makes it half.
    this.getState();
    this.own = ok.a;
    this.whole = false;
    for (const member of this.members.values()) member.named = false;
  }

  refused() {
    this.set({ stand: 'weg' });
  }

  override lost() {
    this.whole = false;
    this.numbers.clear();
    for (const member of this.members.values()) member.a = -1;
  }

  /** Made when it is asked for: of many changes within one frame of the screen only the last list is built. */
  override getState = (): BundleState => {
    if (this.stale) {
      this.stale = false;
      const leden = [...this.members].map(([topic, m]) => ({ topic, v: m.v, b: m.b, later: m.later }));
      this.state = { stand: 'klaar', leden };
    }
    return this.state;
  };

  protected override set(state: BundleState) {
    this.stale = false;
    this.planned = false;
    super.set(state);
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
          this.numbers.clear();
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
    if (held && held.a !== a) this.free(held.a);
    this.rt.claim(a, this);
    this.numbers.set(a, topic);
    if (held && held.e === e && held.v > v) {
      held.a = a;
      held.named = true;
    } else {
      this.members.set(topic, { a, e, v, b, later: held?.later ?? this.settled, named: true });
    }
    this.publish();
  }

  private change(message: EvMessage | SnapMessage) {
    const topic = this.numbers.get(message.a);
    const member = topic === undefined ? undefined : this.members.get(topic);
    if (topic === undefined || member === undefined || message.v <= member.v) return;
    if (message.t === 'ev' && message.v > member.v + 1) {
      this.rt.resubscribe(this);
      return;
    }
    this.members.set(topic, { ...member, v: message.v, b: message.b });
    this.publish();
    if (message.t === 'ev') this.tell(message, topic);
  }

  private leave(a: number) {
    const topic = this.numbers.get(a);
    if (topic === undefined) return;
    this.members.delete(topic);
    this.free(a);
    this.publish();
  }

  private free(a: number) {
    this.numbers.delete(a);
    this.rt.release(a, this);
  }

  private settle() {
    this.settled = true;
    this.whole = true;
    for (const [topic, member] of this.members) {
      if (member.named) continue;
      this.members.delete(topic);
      this.free(member.a);
    }
    this.publish();
  }

  /** Who listens hears it once a frame, however many changes came in. */
  private publish() {
    if (!this.whole) return;
    this.stale = true;
    if (this.planned) return;
    this.planned = true;
    perFrame(() => {
      if (!this.planned) return;
      this.planned = false;
      this.say();
    });
  }
}
