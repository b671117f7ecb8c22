import { bewaarstand } from '../rt/document/bewaarstand';
import { type DocumentProvider, type DocumentState, TE_GROOT } from '../rt/document/document';
import { useRustig } from '../rt/document/rustig';
import { useStand } from '../rt/document/useStand';
import { nl } from '../teksten/werk';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';

export const standVan = (s: DocumentState) =>
  bewaarstand(s.verbonden, s.onbewaard, s.weigering !== undefined, s.storing !== undefined);

export function standTekst(s: DocumentState): string {
  const stand = standVan(s);
  if (stand === 'gevaar') return `${waarom(s)} ${nl.bewaren.nogNiet}`;
  return nl.bewaren[stand];
}

/** A line that is gone, a full disk and a server in trouble are three things, and a user can do something about one. */
function waarom(s: DocumentState): string {
  if (s.storing === undefined) return nl.verbinding.weg;
  return nl.verbinding.storing(s.storing);
}

const isTeGroot = ({ weigering }: DocumentState) =>
  weigering?.code === TE_GROOT || weigering?.reden === TE_GROOT;

const isBewaard = (s: DocumentState) => standVan(s) === 'opgeslagen';

/** Quiet, always in the same corner. Only the change to "stored" after trouble is worth saying aloud. */
export function Bewaarhoek({ provider }: { provider: DocumentProvider }) {
  const stand = useRustig(provider, standVan, isBewaard);
  const luid = stand === 'gevaar' || stand === 'geweigerd';
  const icoon = stand === 'opgeslagen' ? 'vink' : stand === 'bezig' ? 'klok' : luid ? 'keten' : 'draaien';
  return (
    <p className={`push bewaar${luid ? ' bewaar--luid' : ''}`} data-bewaarstand={stand}>
      <Icoon naam={icoon} />
      {luid ? nl.bewaren.geweigerd : nl.bewaren[stand]}
    </p>
  );
}

/** Nothing while nothing is wrong: so that it changes at no key. */
const gevaarTekst = (s: DocumentState) => (standVan(s) === 'gevaar' ? standTekst(s) : '');

/** Loud, over the full width, when text could be lost. */
export function Bewaarbalk({ provider, kopie }: { provider: DocumentProvider; kopie: () => string }) {
  const stand = useRustig(provider, standVan, isBewaard);
  const geladen = useStand(provider, (s) => s.geladen);
  const storing = useStand(provider, (s) => s.storing);
  const teGroot = useStand(provider, isTeGroot);
  const reden = useStand(provider, waarom);
  const tekst = useStand(provider, gevaarTekst);
  return (
    <div role="status" className="bewaarbalk">
      {stand === 'verbinden' && geladen && (
        <p className="balk balk--uitleg">
          <Icoon naam="draaien" />
          {reden} {storing === undefined && nl.bewaren.verbinden}
        </p>
      )}
      {stand === 'gevaar' && (
        <div className="balk balk--fout">
          <Icoon naam="keten" />
          <span>{tekst}</span>
          {storing !== undefined && <Kopieerknop kopie={kopie} />}
        </div>
      )}
      {stand === 'geweigerd' && (
        <div className="balk balk--fout">
          <Icoon naam="keten" />
          <span>{teGroot ? nl.bewaren.teGrootUitleg : nl.bewaren.geweigerdUitleg}</span>
          <Kopieerknop kopie={kopie} />
        </div>
      )}
    </div>
  );
}

export function Kopieerknop({ kopie }: { kopie: () => string }) {
  return (
    <Knop
      soort="gevaar"
      klein
      onClick={() => {
        void navigator.clipboard?.writeText(kopie()).then(() => omroep.zeg('kopie', nl.bewaren.gekopieerd));
      }}
    >
      {nl.bewaren.kopieer}
    </Knop>
  );
}
