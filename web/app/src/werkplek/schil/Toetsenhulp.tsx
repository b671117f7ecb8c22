// Which key does what, and whether single letters do anything (C16, WCAG 2.1.4).
import { useSyncExternalStore } from 'react';
import { rondwerk } from '../../teksten/rondwerk';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import type { Sneltoets } from './toetsen';
import { bijVoorkeur, leesToetsen, zetToetsen } from './voorkeur';

const t = nl.schil;

export interface ToetsenhulpProps {
  toetsen: Sneltoets[];
  sluit: () => void;
  /** The first visit, once more. */
  kijkRond: () => void;
}

export function Toetsenhulp({ toetsen, sluit, kijkRond }: ToetsenhulpProps) {
  const aan = useSyncExternalStore(bijVoorkeur, leesToetsen);
  return (
    <Dialoog titel={t.hulp} sluit={sluit} ongevraagd>
      <p>{t.hulpUitleg}</p>
      <dl className="toetsenlijst">
        <div>
          <dt>
            <kbd className="toets">{t.ctrl}</kbd> <kbd className="toets">K</kbd>
          </dt>
          <dd>{t.openPalet}</dd>
        </div>
        {toetsen.map(({ toets, naam }) => (
          <div key={toets} data-uit={!aan || undefined}>
            <dt>
              <kbd className="toets">{toets.toUpperCase()}</kbd>
            </dt>
            <dd>{naam}</dd>
          </div>
        ))}
      </dl>
      <label className="keuze">
        <input type="checkbox" checked={aan} onChange={() => zetToetsen(!aan)} />
        {t.enkel}
      </label>
      <p className="sm quiet" role="status">
        {!aan && t.enkelUit}
      </p>
      <div className="knoppen">
        <Knop soort="tweede" onClick={sluit}>
          {nl.sluit}
        </Knop>
        <Knop soort="stil" onClick={kijkRond}>
          {rondwerk.link}
        </Knop>
      </div>
    </Dialoog>
  );
}
