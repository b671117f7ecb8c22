// A handful of routes needs no library. A route change moves the focus to the h1 and starts at the top (E1).
import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { nl } from './teksten/nl';
import { zetTitel } from './titel';

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Who keeps the page when the browser goes to another one of it: answers the address to stay at. */
const blijvers = new Set<() => string | undefined>();

/** `vraag` is asked at each step back or on, before the other page is drawn. Comes back with its end. */
export function blijf(vraag: () => string | undefined): () => void {
  blijvers.add(vraag);
  return () => blijvers.delete(vraag);
}

globalThis.addEventListener?.('popstate', () => {
  for (const vraag of blijvers) {
    const hier = vraag();
    if (hier !== undefined) {
      history.pushState(null, '', hier);
      return;
    }
  }
  for (const listener of listeners) listener();
});

/** False until the first navigation: on the first load the browser itself decides where the focus is. */
let navigated = false;

/** How often a page was chosen: also the one that one is on. */
let keuzes = 0;

export function navigeer(to: string) {
  navigated = true;
  keuzes += 1;
  history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

export function usePad(): string {
  return useSyncExternalStore(listen, () => location.pathname);
}

/** The page that one is on was chosen again, from the menu: whoever is done with it begins anew. */
export function useOpnieuwGekozen(doe: (() => void) | undefined) {
  const nu = useSyncExternalStore(listen, () => keuzes);
  const eerder = useRef(nu);
  const latest = useRef(doe);
  latest.current = doe;
  useEffect(() => {
    if (eerder.current !== nu) latest.current?.();
    eerder.current = nu;
  }, [nu]);
}

/** What stands in the address behind the question mark. */
export function useVraag(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(listen, () => location.search));
}

export interface NaarProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  children: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link within the same entry; with a modifier key it is an ordinary link. */
export function Naar({ to, onClick, ...rest }: NaarProps) {
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigeer(to);
  };
  return <a href={to} onClick={go} {...rest} />;
}

/** The h1 of a page: it names the window and takes the focus after a route change. */
export interface PaginakopProps {
  children: ReactNode;
  titel: string;
  /** A step within a page that deserves the focus as a new page does. */
  focus?: boolean;
}

export function Paginakop({ children, titel, focus = false }: PaginakopProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    zetTitel(nl.paginatitel(titel));
  }, [titel]);
  useEffect(() => {
    if (!navigated && !focus) return;
    window.scrollTo(0, 0);
    ref.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
