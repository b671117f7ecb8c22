// The edits of this tab that the server has not stored yet, each as it was made. Together they may be more than one frame holds; then
// they travel in parts, in their order, so that each part leans only on what went before it.
import * as Y from 'yjs';

interface Wijziging {
  /** The number of the edit. */
  edit: number;
  update: Uint8Array;
}

export interface Deel {
  /** Up to which edit it reaches. */
  edit: number;
  update: Uint8Array;
}

export class Onbewaard {
  private readonly items: Wijziging[] = [];

  add(edit: number, update: Uint8Array) {
    this.items.push({ edit, update });
  }

  /** The server stored everything up to this edit. */
  stored(edit: number) {
    let n = 0;
    while ((this.items[n]?.edit ?? Number.POSITIVE_INFINITY) <= edit) n += 1;
    this.items.splice(0, n);
  }

  /**
   * Everything in parts of at most `max` bytes; undefined when that cannot be: an edit alone is larger, or the server `lacks` more than
   * these edits of `client`, such as after a restored backup.
   */
  parts(max: number, client: number, lacks: Uint8Array): Deel[] | undefined {
    const { from } = Y.parseUpdateMeta(lacks);
    const kept = this.items.map(({ update }) => Y.parseUpdateMeta(update).from.get(client));
    const first = kept.find((start) => start !== undefined) ?? Number.POSITIVE_INFINITY;
    for (const [whose, clock] of from) if (whose !== client || clock < first) return undefined;
    const parts: Deel[] = [];
    let waiting: Uint8Array[] = [];
    let bytes = 0;
    let edit = 0;
    const cut = () => {
      if (waiting.length > 0) parts.push({ edit, update: Y.mergeUpdates(waiting) });
      waiting = [];
      bytes = 0;
    };
    for (const item of this.items) {
      if (bytes + item.update.length > max) cut();
      waiting.push(item.update);
      bytes += item.update.length;
      edit = item.edit;
    }
    cut();
    return parts.length > 0 && parts.every((part) => part.update.length <= max) ? parts : undefined;
  }
}
