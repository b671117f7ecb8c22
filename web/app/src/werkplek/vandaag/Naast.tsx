// Beside the list: what one is to do by day, and for who distributes the work who is late.
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Stoel } from '../../ui/stoel';
import { Termijn } from '../../ui/termijn';
import { verdeelt } from '../caseload/recht';
import { heeftActies } from '../rollen';
import type { Stand } from './bronnen';
import { doedag, isTaakRij } from './punten';

const t = nl.vandaag;
const REGELS_MAX = 6;

export function Naast({ ik, stand, now }: { ik: Ik; stand: Stand; now: Date }) {
  if (verdeelt(ik)) return <Drukte stand={stand} />;
  return heeftActies(ik.rol) ? <TeDoen stand={stand} now={now} /> : null;
}

function TeDoen({ stand, now }: { stand: Stand; now: Date }) {
  return (
    <aside className="naastvak" aria-labelledby="te-doen">
      <header>
        <h2 id="te-doen">{t.teDoen}</h2>
        <Naar className="sm" to="/acties">
          {t.alleActies}
        </Naar>
      </header>
      {stand.doen.length === 0 && <p className="quiet">{t.nietsTeDoen}</p>}
      <ul>
        {stand.doen.slice(0, REGELS_MAX).map((rij) => (
          <li key={rij.id} data-doen={rij.id}>
            <Naar to={isTaakRij(rij) ? `/zaken/${rij.zaak}` : `/plannen/${rij.plan}`}>
              {rij.omschrijving}
            </Naar>
            <Termijn uiterlijkOp={doedag(rij)} now={now} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Drukte({ stand }: { stand: Stand }) {
  const laat = (stand.caseload?.medewerkers ?? [])
    .filter(({ telling }) => telling.te_laat > 0)
    .sort((a, b) => b.telling.te_laat - a.telling.te_laat || a.naam.localeCompare(b.naam));
  return (
    <aside className="naastvak" aria-labelledby="drukte">
      <header>
        <h2 id="drukte">{t.drukte}</h2>
      </header>
      {laat.length === 0 && <p className="quiet">{t.nietsLaat}</p>}
      <ul>
        {laat.slice(0, REGELS_MAX).map(({ id, naam, telling }) => (
          <li key={id} className="naastvak-mens">
            <Stoel naam={naam} id={id} klein />
            <Naar to={`/caseload/medewerkers/${id}`}>{naam}</Naar>
            <span className="sm quiet">{t.laatVan(telling.te_laat, telling.aantal)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
