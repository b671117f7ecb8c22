// Whether what is typed is kept, in one quiet line; loud when it is not. And what was kept before, offered back.
import type { ConceptWat } from '../api/types';
import { dagIso, datumKort, tijd } from '../datum';
import { useNu } from '../rt/hooks';
import { concept as t } from '../teksten/concept';
import { nl } from '../teksten/nl';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { type BewaardConcept, useConceptstand } from './bewaardconcept';
import { Conceptweg } from './Conceptweg';

export function Conceptregel<T>({
  concept,
  neemAndere,
  opnieuw,
}: {
  concept: BewaardConcept<T>;
  /** The other one is on the screen now. */
  neemAndere: () => void;
  /** Nothing of it is left here. */
  opnieuw?: () => void;
}) {
  const { bewaarder, plank } = concept;
  const stand = useConceptstand(bewaarder);
  const ander = async () => {
    const { concept: found } = await plank.lees();
    if (found && concept.neem(found)) neemAndere();
  };
  const luid = stand.stand === 'niet' || stand.stand === 'elders' || stand.stand === 'weg';
  return (
    <div className="conceptregel" data-conceptstand={stand.stand}>
      {!luid && stand.stand !== 'niets' && (
        <p className="bewaar">
          <Icoon naam={stand.stand === 'bewaard' ? 'vink' : 'klok'} />
          {stand.stand === 'bewaard' ? t.bewaard(tijd(stand.om)) : t.bezig}
        </p>
      )}
      <div role="status">
        {stand.stand === 'niet' && (
          <p className="balk balk--fout">
            <Icoon naam="keten" />
            <span>{t.niet[stand.waarom]}</span>
          </p>
        )}
        {stand.stand === 'elders' && (
          <div className="balk balk--fout">
            <Icoon naam="keten" />
            <span>{t.elders}</span>
            <Knop soort="tweede" klein onClick={() => void ander().catch(() => {})}>
              {t.neemAndere}
            </Knop>
            <Knop soort="tweede" klein onClick={() => void bewaarder.houdDit()}>
              {t.houdDit}
            </Knop>
          </div>
        )}
        {stand.stand === 'weg' && <Conceptweg concept={concept} sinds={stand.sinds} opnieuw={opnieuw} />}
      </div>
    </div>
  );
}

/** What was kept and is not on this screen. */
export function Conceptaanbod({
  aanbod,
  verder,
  gooiWeg,
}: {
  aanbod: ConceptWat;
  verder: () => void;
  gooiWeg: () => void;
}) {
  const now = useNu();
  const { bewaard_op, verloopt_op, personen } = aanbod;
  const vandaag = dagIso(new Date(bewaard_op)) === dagIso(now);
  const om = tijd(bewaard_op);
  const wanneer = vandaag ? t.uur(om) : t.dagUur(datumKort(bewaard_op), om);
  return (
    <div className="balk balk--uitleg" data-conceptaanbod>
      <span>
        {t.aanbod(wanneer, nl.en(personen.map((persoon) => persoon.naam)))} {t.tot(datumKort(verloopt_op))}
      </span>
      <Knop soort="tweede" klein onClick={verder}>
        {t.verder}
      </Knop>
      <Knop soort="stil" klein onClick={gooiWeg}>
        {t.gooiWeg}
      </Knop>
    </div>
  );
}
