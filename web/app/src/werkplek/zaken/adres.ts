// The view that stands in the address.
import { useMemo, useSyncExternalStore } from 'react';
import { leesWeergave, schrijfWeergave, type Weergave } from './weergave';

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

export const adresVan = (weergave: Weergave): string => {
  const vraag = schrijfWeergave(weergave);
  return vraag ? `/zaken?${vraag}` : '/zaken';
};

/** Each change of the view replaces the address: Back leaves the list, it does not walk through filters. */
export function zetWeergave(weergave: Weergave) {
  history.replaceState(null, '', adresVan(weergave));
  for (const listener of listeners) listener();
}

export function useWeergave(): Weergave {
  const adres = useSyncExternalStore(listen, () => location.search);
  return useMemo(() => leesWeergave(adres), [adres]);
}
