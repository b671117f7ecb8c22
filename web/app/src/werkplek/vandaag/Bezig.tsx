// What one began and has not finished: it stays where one starts, also while nothing about it is pressing.
import type { ZaakRij } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Termijn } from '../../ui/termijn';

const t = nl.vandaag;
/** More than these are in the werkvoorraad. */
const BEZIG_MAX = 5;

export function Bezig({ zaken, now }: { zaken: ZaakRij[]; now: Date }) {
  if (zaken.length === 0) return null;
  const rest = zaken.length - BEZIG_MAX;
  return (
    <section className="sectie" aria-labelledby="mee-bezig" data-bezig-met={zaken.length}>
      <header>
        <h2 id="mee-bezig">{t.bezig}</h2>
      </header>
      <ul className="werklijst">
        {zaken.slice(0, BEZIG_MAX).map((rij) => (
          <li className="rij regelrij" key={rij.id} data-bezig-zaak={rij.id}>
            <p>
              <Naar to={`/zaken/${rij.id}`}>
                <strong>{rij.persoon?.naam ?? rij.zaaktype_naam}</strong>
              </Naar>
              {rij.onderwerp && `. ${rij.onderwerp}`}
            </p>
            <Termijn uiterlijkOp={rij.uiterlijk_op} now={now} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="sm onderknop">
          <Naar to="/werkvoorraad">{t.bezigMeer(rest)}</Naar>
        </p>
      )}
    </section>
  );
}
