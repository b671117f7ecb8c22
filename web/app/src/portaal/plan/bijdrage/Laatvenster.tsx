// Most people read; the window in which one says something comes after the page, when the browser has nothing else to do. So it is there when the
// line is not. Should it miss all the same, that is said, with what one can do.
import { type ComponentType, useEffect, useState } from 'react';
import { mijnplan } from '../../../teksten/mijnplan';
import { nl } from '../../../teksten/nl';
import { Bel } from '../../../ui/belnummer';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import type { ZegvensterProps } from './Zegvenster';

const t = mijnplan.zeg;
/** A browser that does not say when it has nothing to do has it by then. */
const RUSTIG_MS = 2_000;

let venster: ComponentType<ZegvensterProps> | undefined;
const haal = () =>
  import('./Zegvenster').then((deel) => {
    venster = deel.default;
    return venster;
  });

/** Fetched ahead, once the page stands. What fails now is fetched when it is asked for. */
export function useVooraf() {
  useEffect(() => {
    if (venster) return undefined;
    const vooraf = () => void haal().catch(() => undefined);
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(vooraf, RUSTIG_MS);
      return () => clearTimeout(timer);
    }
    const beurt = requestIdleCallback(vooraf, { timeout: RUSTIG_MS });
    return () => cancelIdleCallback(beurt);
  }, []);
}

export function Laatvenster(props: ZegvensterProps) {
  const [Venster, setVenster] = useState<ComponentType<ZegvensterProps> | undefined>(() => venster);
  const [poging, setPoging] = useState(0);
  const [mis, setMis] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is the reason
  useEffect(() => {
    if (Venster) return undefined;
    let weg = false;
    setMis(false);
    haal().then(
      (gehaald) => !weg && setVenster(() => gehaald),
      () => !weg && setMis(true),
    );
    return () => {
      weg = true;
    };
  }, [Venster, poging]);
  if (Venster) return <Venster {...props} />;
  if (!mis) return null;
  return (
    <Dialoog titel={t.geenVenster} sluit={props.sluit}>
      <p>
        {t.geenVensterUitleg}
        <Bel />
      </p>
      <div className="knoppen">
        <Knop soort="eerst" onClick={() => setPoging(poging + 1)}>
          {nl.fout.opnieuw}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}
