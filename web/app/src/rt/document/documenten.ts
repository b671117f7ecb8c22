// The documents of this tab, for the pages on which one writes. They stand apart from the line itself: who writes in none, as a resident in
// the portal, does not load what a document is made of.
import { createContext, useContext } from 'react';
import type { DocumentRegistry } from './registry';

const Context = createContext<DocumentRegistry | undefined>(undefined);
export const DocumentenProvider = Context.Provider;

export function useDocumenten(): DocumentRegistry {
  const documents = useContext(Context);
  if (!documents) throw new Error('no DocumentenProvider');
  return documents;
}
