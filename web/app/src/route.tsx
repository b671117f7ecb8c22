// A handful of routes needs no library. A route change moves the focus to the h1 and starts at the top (E1).
import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { nl } from './teksten/nl';
import { zetTitel } from './titel';

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

/** False until the first navigation: on the first load the browser itself decides where the focus is. */
let navigated = false;

export function navigeer(to: string) {
  navigated = true;
  history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

export function usePad(): string {
  return useSyncExternalStore(listen, () => location.pathname);
}

/** What stands in the address behind the question mark. */
export function useVraag(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(listen, () => location.search));
}

export interface NaarProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  children: ReactNode;
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
