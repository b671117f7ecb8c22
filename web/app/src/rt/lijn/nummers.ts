// Which channels a number on the wire belongs to. Two channels of one topic share a number; a member of a bundle has one of its own,
// which is the bundle's channel's too.
import type { Channel } from './channel';

export class Nummers {
  private readonly byNumber = new Map<number, Set<Channel>>();
  private readonly numberOf = new Map<Channel, number>();

  van(channel: Channel): number | undefined {
    return this.numberOf.get(channel);
  }

  at(a: number): Channel[] {
    return [...(this.byNumber.get(a) ?? [])];
  }

  has(a: number): boolean {
    return this.byNumber.has(a);
  }

  /** The number that a channel is served under from now on. */
  give(a: number, channel: Channel) {
    const before = this.numberOf.get(channel);
    if (before !== undefined && before !== a) this.release(before, channel);
    this.numberOf.set(channel, a);
    this.claim(a, channel);
  }

  claim(a: number, channel: Channel) {
    const set = this.byNumber.get(a) ?? new Set();
    set.add(channel);
    this.byNumber.set(a, set);
  }

  release(a: number, channel: Channel) {
    const set = this.byNumber.get(a);
    set?.delete(channel);
    if (set?.size === 0) this.byNumber.delete(a);
  }

  forget(channel: Channel) {
    this.numberOf.delete(channel);
    for (const a of [...this.byNumber.keys()]) this.release(a, channel);
  }

  clear() {
    this.byNumber.clear();
    this.numberOf.clear();
  }
}
