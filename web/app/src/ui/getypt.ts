// What somebody typed and nothing keeps: looked for in the page itself, so that no form can be forgotten.
import { type RefObject, useEffect, useRef } from 'react';

type Veld = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Words in a field that React leaves alone: they differ from those with which the field began. */
export const isGetypt = (binnen: ParentNode) =>
  [...binnen.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')].some(
    (veld) => veld.value.trim() !== '' && veld.value !== veld.defaultValue,
  );

/** Of a field whose value React sets, the value of its beginning goes along: that somebody was in it is remembered here. */
const geraakt = new WeakSet<EventTarget>();
globalThis.document?.addEventListener('input', ({ target }) => target && geraakt.add(target), true);

/** A concept keeps its own words and asks for itself, as a document does; what is searched for is no loss. */
const BEWAARD = '[data-houdt-concept], [role="search"]';
const GEEN_WOORDEN = new Set(['search', 'hidden', 'password', 'submit', 'button']);
const KEUZES = new Set(['checkbox', 'radio', 'select-one', 'select-multiple']);

function isVanHier(veld: Veld): boolean {
  if (GEEN_WOORDEN.has(veld.type) || veld.closest(BEWAARD)) return false;
  // A choice outside a form is a way of looking, and is back with one press.
  if (KEUZES.has(veld.type)) return geraakt.has(veld) && veld.form !== null;
  if (veld instanceof HTMLSelectElement || veld.value.trim() === '') return false;
  return veld.value !== veld.defaultValue || geraakt.has(veld);
}

/** The first field of the page that holds what would be lost with it. */
export const eersteGetypt = (): Veld | undefined =>
  [...document.querySelectorAll<Veld>('input, textarea, select')].find(isVanHier);

let laatGaan = false;
/** It was asked here already: the browser need not ask it again. */
export function laadOpnieuw() {
  laatGaan = true;
  location.reload();
}

/** As long as this says that something was typed, the browser asks before it leaves the page. */
export function useVertrekvraag(getypt: () => boolean) {
  const latest = useRef(getypt);
  latest.current = getypt;
  useEffect(() => {
    const weg = (event: BeforeUnloadEvent) => {
      if (!laatGaan && latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', weg);
    return () => window.removeEventListener('beforeunload', weg);
  }, []);
}

/** The same for what stands in one form. */
export function useFormvertrek<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useVertrekvraag(() => ref.current !== null && isGetypt(ref.current));
  return ref;
}
