// How it stands with keeping, without flicker: while one types it is not kept at every key and kept again a moment later. That something is not
// kept is known at once; that all is, a breath after the last of it.
import { useMemo, useSyncExternalStore } from 'react';
import type { DocumentProvider } from './document';
import type { DocumentState } from './documentstand';

/** Longer than between two keys of who writes on. */
export const RUST_MS = 250;

export class Rustig<T> {
  private nu: T;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly provider: Pick<DocumentProvider, 'getState' | 'listen'>;
  private readonly kies: (state: DocumentState) => T;
  private readonly kanWachten: (state: DocumentState) => boolean;

  constructor(
    provider: Pick<DocumentProvider, 'getState' | 'listen'>,
    kies: (state: DocumentState) => T,
    kanWachten: (state: DocumentState) => boolean,
  ) {
    this.provider = provider;
    this.kies = kies;
    this.kanWachten = kanWachten;
    this.nu = kies(provider.getState());
  }

  lees = (): T => this.nu;

  luister = (zeg: () => void): (() => void) => {
    const neem = () => {
      this.stil();
      const nieuw = this.kies(this.provider.getState());
      if (Object.is(nieuw, this.nu)) return;
      this.nu = nieuw;
      zeg();
    };
    const kijk = () => {
      const state = this.provider.getState();
      if (!this.kanWachten(state) || Object.is(this.kies(state), this.nu)) neem();
      else this.timer ??= setTimeout(neem, RUST_MS);
    };
    kijk();
    const off = this.provider.listen(kijk);
    return () => {
      off();
      this.stil();
    };
  };

  private stil() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** One thing of how a document stands; what `kanWachten` says is shown when it is still so after a breath. Both are always the same function. */
export function useRustig<T>(
  provider: DocumentProvider,
  kies: (state: DocumentState) => T,
  kanWachten: (state: DocumentState) => boolean,
): T {
  const rustig = useMemo(() => new Rustig(provider, kies, kanWachten), [provider, kies, kanWachten]);
  return useSyncExternalStore(rustig.luister, rustig.lees);
}
