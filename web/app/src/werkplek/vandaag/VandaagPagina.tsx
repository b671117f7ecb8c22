// Where one starts: what needs somebody now (KING-RS6, ENS-16). A sentence with linked numbers and a short list, out of all that is theirs,
// live; nothing moves under a pointer, for the list is short and says of itself that it changed.
import type { Ik } from '../../api/types';
import { datumVol, uurVan } from '../../datum';
import { Welkom } from '../../rondleiding/Rondleiding';
import { Naar, Paginakop } from '../../route';
import { useNu } from '../../rt/hooks';
import { rondwerk } from '../../teksten/rondwerk';
import { nl } from '../../teksten/werk';
import { Skelet } from '../randpaginas';
import { heeftVoorraad } from '../rollen';
import { Schil } from '../Schil';
import { Bezig } from './Bezig';
import { type Stand, useStand } from './bronnen';
import { Eerst, eerste } from './Eerst';
import { Gesprekken } from './Gesprekken';
import { perDag } from './gesprekken';
import { Naast } from './Naast';
import { Nieuw } from './Nieuw';
import { Veranderd } from './Veranderd';
import { zinnen } from './zinnen';

const t = nl.vandaag;

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
  // What stands on top is not said twice.
  const boven = new Set(eerste(stand.punten).map(({ naar }) => naar));
  const bezig = stand.bezig.filter(({ id }) => !boven.has(`/zaken/${id}`));
  const { vandaag, later } = perDag(stand.afspraken, now);
  return (
    <>
      <Lead ik={ik} stand={stand} />
      <Welkom ik={ik} stappen={rondwerk.stappen(ik.rol)} later={rondwerk.later} />
      <div className="vandaag">
        <div>
          <Gesprekken ik={ik} wanneer="vandaag" rijen={vandaag} now={now} />
          <Eerst ik={ik} stand={stand} now={now} />
          <Gesprekken ik={ik} wanneer="later" rijen={later} now={now} />
          <Bezig zaken={bezig} now={now} />
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
