// What the pages show of `/rt`: the newest view of each topic, by the version rule of docs/PROTOCOL.md §3. An `ev` carries
// the whole view, so there is nothing to merge; a view that arrives out of order is never shown.
import type { Door } from '../../api/types';
import type { Channel, RtConnection } from '../lijn/connection';
import type { ErrMessage, EvMessage, OkMessage, Pos, TopicMessage } from '../lijn/messages';

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

/** A page that nobody looks at has no frames; then it is this long. */
const HIDDEN_MS = 50;

/** Before the next frame of the screen. */
export function perFrame(run: () => void) {
  let done = false;
  const once = () => {
    if (!done) run();
    done = true;
  };
  globalThis.requestAnimationFrame?.(once);
  setTimeout(once, HIDDEN_MS);
}

export abstract class Base<S> implements Channel {
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
    this.say();
  }

  protected say() {
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
