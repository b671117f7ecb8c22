// The documents that are open in this tab. One that is left with edits that are not stored stays alive until they are: going to
// another page never loses a word.
import type { RtConnection } from '../lijn/connection';
import { DocumentProvider, type Identity } from './document';

/** Others see within this time that one left. */
const LEAVE_MS = 50;
/** Who comes back within this time finds the document as it was. */
const LINGER_MS = 3_000;

interface Entry {
  provider: DocumentProvider;
  users: number;
  /** Left, and not entered again within the linger: may go once everything is stored. */
  done: boolean;
  off: () => void;
}

export class DocumentRegistry {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private readonly rt: RtConnection;
  private left = 0;

  constructor(rt: RtConnection) {
    this.rt = rt;
    globalThis.addEventListener?.('beforeunload', (event) => {
      if (this.onbewaard() > 0) event.preventDefault();
    });
  }

  open(id: string, identity: Identity): DocumentProvider {
    const known = this.entries.get(id);
    if (known) return known.provider;
    const provider = new DocumentProvider(this.rt, id, identity);
    this.entries.set(id, { provider, users: 0, done: false, off: provider.listen(() => this.changed(id)) });
    provider.connect();
    return provider;
  }

  hold(id: string): () => void {
    const entry = this.entries.get(id);
    if (!entry) return () => {};
    entry.users += 1;
    entry.done = false;
    // Whoever was taken off and opens it anew may be back at the table.
    if (entry.users === 1 && entry.provider.getState().weg) entry.provider.again();
    if (!entry.provider.isSeated()) entry.provider.sit();
    return () => {
      entry.users -= 1;
      if (entry.users > 0) return;
      // A page that is drawn anew lets go and takes hold again within a moment.
      setTimeout(() => {
        if (entry.users > 0) return;
        entry.provider.leave();
        this.changed(id);
      }, LEAVE_MS);
      setTimeout(() => {
        if (entry.users > 0) return;
        entry.done = true;
        this.changed(id);
      }, LINGER_MS);
    };
  }

  /** Edits of documents that nobody looks at any more and that are not stored yet. */
  achtergebleven = (): number => this.left;

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  onbewaard(): number {
    let sum = 0;
    for (const { provider } of this.entries.values()) sum += provider.getState().onbewaard;
    return sum;
  }

  private changed(id: string) {
    const entry = this.entries.get(id);
    if (entry?.done && entry.provider.getState().onbewaard === 0) {
      this.entries.delete(id);
      entry.off();
      entry.provider.destroy();
    }
    let left = 0;
    for (const { provider, users } of this.entries.values()) {
      if (users === 0) left += provider.getState().onbewaard;
    }
    if (left === this.left) return;
    this.left = left;
    for (const listener of this.listeners) listener();
  }
}
