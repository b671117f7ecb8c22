// Where one starts: what needs somebody now (KING-RS6, ENS-16). A sentence with linked numbers and a short list, out of all that is theirs,
// live; nothing moves under a pointer, for the list is short and says of itself that it changed.
import { useRef } from 'react';
import type { Ik } from '../../api/types';
import { datumVol, uurVan } from '../../datum';
import { Welkom } from '../../rondleiding/Rondleiding';
import { Naar, Paginakop } from '../../route';
import { useNu } from '../../rt/hooks';
import { rondwerk } from '../../teksten/rondwerk';
import { nl } from '../../teksten/werk';
import { verdeelt } from '../caseload/recht';
import { Skelet } from '../randpaginas';
import { heeftVoorraad } from '../rollen';
import { Schil } from '../Schil';
import { type Stand, useStand } from './bronnen';
import { Leeg } from './Leeg';
import { Naast } from './Naast';
import { Nieuw } from './Nieuw';
import { Puntrij } from './Puntrij';
import { Veranderd } from './Veranderd';
import { zinnen } from './zinnen';

const t = nl.vandaag;
/** What somebody can look at in one go. */
const PUNTEN_MAX = 6;

export function VandaagPagina({ ik }: { ik: Ik }) {
  const now = useNu();
  const stand = useStand(ik);
  return (
    <Schil ik={ik}>
      <p className="quiet hoofdletter">{datumVol(now)}</p>
      <Paginakop titel={t.titel}>{nl.werkvoorraad.groet(ik.naam, uurVan(now))}</Paginakop>
      {stand.klaar ? <Inhoud ik={ik} stand={stand} now={now} /> : <Skelet regels={6} />}
    </Schil>
  );
}

function Inhoud({ ik, stand, now }: { ik: Ik; stand: Stand; now: Date }) {
  return (
    <>
      <Lead ik={ik} stand={stand} />
      <Welkom ik={ik} stappen={rondwerk.stappen(ik.rol)} later={rondwerk.later} />
      <div className="vandaag">
        <div>
          <Eerst ik={ik} stand={stand} now={now} />
          <Nieuw nieuw={stand.nieuw} now={now} />
          {heeftVoorraad(ik.rol) && <Veranderd ik={ik} now={now} />}
        </div>
        <Naast ik={ik} stand={stand} now={now} />
      </div>
    </>
  );
}

function Lead({ ik, stand }: { ik: Ik; stand: Stand }) {
  const gezegd = zinnen(ik, stand);
  if (gezegd.length === 0) return <p className="lead">{t.bij}</p>;
  return (
    <p className="lead" data-vandaag>
      {gezegd.map(({ id, zin: [voor, link, na], naar }) => (
        <span key={id} data-zin={id}>
          {voor}
          <Naar to={naar}>{link}</Naar>
          {na}{' '}
        </span>
      ))}
    </p>
  );
}

/** What was there at the first look lights nothing up. */
function useLater(ids: string[]): (id: string) => boolean {
  const eerst = useRef<ReadonlySet<string>>(undefined);
  eerst.current ??= new Set(ids);
  const bekend = eerst.current;
  return (id) => !bekend.has(id);
}

function Eerst({ ik, stand, now }: { ik: Ik; stand: Stand; now: Date }) {
  const later = useLater(stand.punten.map(({ id }) => id));
  const getoond = stand.punten.slice(0, PUNTEN_MAX);
  const rest = stand.punten.length - getoond.length;
  const lijst = verdeelt(ik) ? '/caseload' : '/werkvoorraad';
  const heeftLijst = verdeelt(ik) || (heeftVoorraad(ik.rol) && stand.zaken.length > 0);
  return (
    <section className="sectie" aria-labelledby="nu-eerst" data-eerst>
      <header>
        <h2 id="nu-eerst">{t.eerst}</h2>
        {heeftLijst && (
          <Naar className="push sm" to={lijst}>
            {verdeelt(ik) ? t.naarLijst : t.alle(stand.zaken.length)}
          </Naar>
        )}
      </header>
      {getoond.length === 0 ? (
        <Leeg ik={ik} />
      ) : (
        <ul className="werklijst">
          {getoond.map((punt, plek) => (
            <Puntrij key={punt.id} punt={punt} eerste={plek === 0} vers={later(punt.id)} now={now} />
          ))}
        </ul>
      )}
      {rest > 0 && <p className="sm quiet onderknop">{t.meer(rest)}</p>}
    </section>
  );
}
