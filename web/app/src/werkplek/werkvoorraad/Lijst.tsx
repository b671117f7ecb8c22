// A list of zaken by their termijn, live.
import { useRef } from 'react';
import type { ZaakRij } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import type { Pak } from './pak';
import { Regel, type Rij } from './Regel';
import { useVolgorde } from './volgorde';

export interface LijstProps {
  rijen: Rij[];
  now: Date;
  pak?: Pak;
  namens?: (rij: ZaakRij) => string | undefined;
}

export function Lijst({ rijen, now, pak, namens }: LijstProps) {
  const houder = useRef<HTMLDivElement>(null);
  const { zichtbaar, wachtend, vers, uit, toon } = useVolgorde(rijen, houder);

  if (rijen.length === 0) {
    return (
      <div className="leeg" ref={houder}>
        <div className="lege-tafel" aria-hidden="true">
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--uit" />
          <span className="stoel stoel--inwoner" />
        </div>
        <h3>{nl.werkvoorraad.leegTitel}</h3>
        <p>{nl.werkvoorraad.leeg}</p>
      </div>
    );
  }
  return (
    <div ref={houder}>
      {wachtend > 0 && (
        <button type="button" className="toonstrip" onClick={toon}>
          <Icoon naam="omhoog" />
          {nl.werkvoorraad.toon(wachtend)}
        </button>
      )}
      <ul className="werklijst">
        {zichtbaar.map((r) => (
          <Regel
            key={r.rij.id}
            {...r}
            now={now}
            pak={pak}
            namens={namens?.(r.rij)}
            vers={vers.has(r.rij.id)}
            uit={() => uit([r.rij.id])}
          />
        ))}
      </ul>
    </div>
  );
}
