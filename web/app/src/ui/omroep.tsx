// One polite live region per page. Screen readers drop messages that follow each other quickly, so at most one goes out per five
// seconds; what comes in between is gathered, and a newer message under the same key replaces the older (E6).
import { useSyncExternalStore } from 'react';

const PAUSE_MS = 5_000;

export class Omroep {
  private text = '';
  private readonly waiting = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY;
  private readonly listeners = new Set<() => void>();

  getText = () => this.text;

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  zeg(key: string, text: string) {
    this.waiting.set(key, text);
    if (this.timer) return;
    this.timer = setTimeout(() => this.speak(), Math.max(50, this.last + PAUSE_MS - Date.now()));
  }

  private speak() {
    this.timer = undefined;
    this.last = Date.now();
    this.text = [...this.waiting.values()].join('. ');
    this.waiting.clear();
    for (const listener of this.listeners) listener();
  }
}

export const omroep = new Omroep();

export function OmroepRegio() {
  const text = useSyncExternalStore(omroep.listen, omroep.getText);
  return (
    <div className="vh" role="status" aria-live="polite" data-omroep>
      {text}
    </div>
  );
}
