// A part of the portal that comes after what one came for. When it cannot be fetched that is said in its place, and the page around it stays; it is
// fetched anew by who asks for it again, and by who comes back to the page.
import { type ComponentType, createElement, useEffect, useState } from 'react';
import { nl } from '../teksten/nl';
import { Mislukt } from './Mislukt';

export function later<P extends object>(haal: () => Promise<ComponentType<P>>): ComponentType<P> {
  let gehaald: ComponentType<P> | undefined;
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, beside the imports
  return function Later(props: P) {
    const [Deel, setDeel] = useState(() => gehaald);
    const [poging, setPoging] = useState(1);
    const [mis, setMis] = useState(0);
    useEffect(() => {
      if (gehaald) return undefined;
      let weg = false;
      haal().then(
        (deel) => {
          gehaald = deel;
          if (!weg) setDeel(() => deel);
        },
        () => !weg && setMis(poging),
      );
      return () => {
        weg = true;
      };
    }, [poging]);
    if (Deel) return createElement(Deel, props);
    if (mis < poging) return null;
    // A browser may keep to what a file was when it failed: then only a fresh page has it.
    const opnieuw = mis === 1 ? () => setPoging(2) : () => location.reload();
    return createElement(Mislukt, { tekst: nl.fout.titel, opnieuw });
  };
}
