// What was given to one and not opened yet (C2-K1): gone from here when it is, on every device.
import type { ZaakRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Spoedchip } from '../../ui/termijn';

/** More than these are in the werkvoorraad. */
const NIEUW_MAX = 5;

export function Nieuw({ nieuw, now }: { nieuw: ZaakRij[]; now: Date }) {
  if (nieuw.length === 0) return null;
  const laatst = [...nieuw].sort((a, b) => b.ontvangen_op.localeCompare(a.ontvangen_op));
  return (
    <section className="sectie" aria-labelledby="nieuw-voor-u" data-nieuw={nieuw.length}>
      <header>
        <h2 id="nieuw-voor-u">{nl.vandaag.nieuw}</h2>
        <span className="nieuw">{nieuw.length}</span>
      </header>
      <ul className="werklijst">
        {laatst.slice(0, NIEUW_MAX).map((rij) => (
          <li className="rij regelrij" key={rij.id}>
            <p>
              <Naar to={`/zaken/${rij.id}`}>
                <strong>{rij.persoon?.naam ?? rij.zaaktype_naam}</strong>
              </Naar>
              {rij.onderwerp && `. ${rij.onderwerp}`} <Spoedchip urgentie={rij.urgentie} />
            </p>
            <time className="sm quiet" dateTime={rij.ontvangen_op}>
              {wanneer(rij.ontvangen_op, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
