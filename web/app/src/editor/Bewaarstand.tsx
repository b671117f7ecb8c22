import { bewaarstand } from '../rt/bewaarstand';
import type { DocumentState } from '../rt/document';
import { nl } from '../teksten/nl';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';

export const standVan = (s: DocumentState) =>
  bewaarstand(s.verbonden, s.onbewaard, s.weigering !== undefined);

export function standTekst(s: DocumentState): string {
  const stand = standVan(s);
  return stand === 'geweigerd' ? nl.bewaren.geweigerd : nl.bewaren[stand];
}

/** Quiet, always in the same corner. Only the change to "stored" after trouble is worth saying aloud. */
export function Bewaarhoek({ state }: { state: DocumentState }) {
  const stand = standVan(state);
  const luid = stand === 'gevaar' || stand === 'geweigerd';
  const icoon = stand === 'opgeslagen' ? 'vink' : stand === 'bezig' ? 'klok' : luid ? 'keten' : 'draaien';
  return (
    <p className={`push bewaar${luid ? ' bewaar--luid' : ''}`} data-bewaarstand={stand}>
      <Icoon naam={icoon} />
      {luid ? nl.bewaren.geweigerd : standTekst(state)}
    </p>
  );
}

/** Loud, over the full width, when text could be lost. */
export function Bewaarbalk({ state, kopie }: { state: DocumentState; kopie: () => string }) {
  const stand = standVan(state);
  return (
    <div role="status" className="bewaarbalk">
      {stand === 'verbinden' && state.geladen && (
        <p className="balk balk--uitleg">
          <Icoon naam="draaien" />
          {nl.verbinding.weg} {nl.bewaren.verbinden}
        </p>
      )}
      {stand === 'gevaar' && (
        <p className="balk balk--fout">
          <Icoon naam="keten" />
          <span>{nl.bewaren.gevaar}</span>
        </p>
      )}
      {stand === 'geweigerd' && (
        <div className="balk balk--fout">
          <Icoon naam="keten" />
          <span>{nl.bewaren.geweigerdUitleg}</span>
          <Knop
            soort="gevaar"
            klein
            onClick={() => {
              void navigator.clipboard
                ?.writeText(kopie())
                .then(() => omroep.zeg('kopie', nl.bewaren.gekopieerd));
            }}
          >
            {nl.bewaren.kopieer}
          </Knop>
        </div>
      )}
    </div>
  );
}
