// What was typed is not lost by one press: that is asked first, in a window and in a form alike.
import { useEffect, useRef, useState } from 'react';
import { blijf } from '../route';
import { nl } from '../teksten/nl';
import { isGetypt, useVertrekvraag } from './getypt';
import { Knop } from './knop';

/** `probeer` puts away what has nothing typed in it, and else asks; asked again it goes back to typing. */
export function useSluitvraag(getypt: () => boolean, sluit: (() => void) | undefined) {
  const [vraag, setVraag] = useState(false);
  const was = useRef<Element | null>(null);
  const verder = () => {
    setVraag(false);
    if (was.current instanceof HTMLElement) was.current.focus();
  };
  const probeer = () => {
    if (vraag) verder();
    else if (getypt()) {
      was.current = document.activeElement;
      setVraag(true);
    } else sluit?.();
  };
  return { vraag, probeer, verder };
}

/**
 * Back is how one puts a window away on a phone. As long as something was typed the page stays, and it is asked as at Escape; of a page of
 * another entry the browser itself asks.
 */
export function useTerugtoets(getypt: () => boolean, probeer: (() => void) | undefined) {
  const latest = useRef({ getypt, probeer });
  latest.current = { getypt, probeer };
  const blijft = () => latest.current.probeer !== undefined && latest.current.getypt();
  useVertrekvraag(blijft);
  const toets = useRef(blijft);
  useEffect(() => {
    const hier = location.href;
    const pagina = location.pathname + location.search;
    return blijf(() => {
      // To another place on the same page, as from the list of what is wrong to the field.
      if (location.pathname + location.search === pagina || !toets.current()) return undefined;
      latest.current.probeer?.();
      return hier;
    });
  }, []);
}

/** All of it for a form that can be put away. */
export function useFormvraag(sluit: () => void) {
  const vorm = useRef<HTMLFormElement>(null);
  const getypt = () => vorm.current !== null && isGetypt(vorm.current);
  const { vraag, probeer, verder } = useSluitvraag(getypt, sluit);
  useTerugtoets(getypt, probeer);
  return { vorm, probeer, vraag: vraag && <Sluitvraag sluit={sluit} verder={verder} /> };
}

export interface SluitvraagProps {
  sluit: () => void;
  verder: () => void;
  /** What throwing it away is called. */
  weg?: string;
}

export function Sluitvraag({ sluit, verder, weg = nl.dialoog.sluit }: SluitvraagProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector('button')?.focus();
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="balk balk--uitleg sluitvraag" ref={ref} role="alert">
      <span>{nl.dialoog.getypt}</span>
      <Knop soort="tweede" klein onClick={verder}>
        {nl.dialoog.verder}
      </Knop>
      <Knop soort="stil" klein onClick={sluit}>
        {weg}
      </Knop>
    </div>
  );
}
