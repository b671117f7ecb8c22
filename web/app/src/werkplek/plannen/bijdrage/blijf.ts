// The button that one pressed goes with what it did: the focus stays with what it was about, and what was done is said.
import { useEffect, useRef, useState } from 'react';
import { omroep } from '../../../ui/omroep';

/** `stand` is how it stands by the plan: with another one other buttons are here, and maybe in another place. */
export function useBlijf<E extends HTMLElement>(stand: string) {
  const plek = useRef<E>(null);
  const [beurt, setBeurt] = useState(0);
  // Done, and the plan does not show it yet.
  const wacht = useRef(false);
  useEffect(() => {
    if (beurt > 0) plek.current?.focus();
  }, [beurt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then what had the focus can be gone
  useEffect(() => {
    if (wacht.current && document.activeElement === document.body) plek.current?.focus();
    wacht.current = false;
  }, [stand]);
  const klaar = (zin: string) => {
    wacht.current = true;
    setBeurt((was) => was + 1);
    // Not under the key of the page: that the plan changed by it must not take its place.
    omroep.zeg('plan-zelf', zin);
  };
  return { plek, klaar };
}
