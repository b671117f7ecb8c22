// One thing of how a document stands: who shows it is drawn anew when that changes, and not at every key.
import { useSyncExternalStore } from 'react';
import type { DocumentProvider } from './document';
import type { DocumentState } from './documentstand';

/** `kies` gives the same value for the same state. */
export function useStand<T>(provider: DocumentProvider, kies: (state: DocumentState) => T): T {
  return useSyncExternalStore(provider.listen, () => kies(provider.getState()));
}
