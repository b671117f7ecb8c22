// The contact is recorded: the numbers to give along.
import type { NieuweZaak } from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { nl } from '../../teksten/nl';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';

export function Vastgelegd({
  meldingen,
  namen,
  volgende,
}: {
  meldingen: NieuweZaak[];
  namen: Record<string, string>;
  volgende: () => void;
}) {
  const titel = nl.balie.klaar(meldingen.length);
  return (
    <div className="smal">
      <Paginakop titel={titel} focus>
        {titel}
      </Paginakop>
      <p className="lead">{nl.balie.klaarLead}</p>
      <ul className="doclijst" data-vastgelegd>
        {meldingen.map((m) => (
          <li key={m.zaak} className="rij docrij">
            <Icoon naam="vink" />
            <p>
              <Naar to={`/zaken/${m.zaak}`}>
                <strong className="kenmerk">{m.zaaknummer}</strong>
              </Naar>{' '}
              {nl.balie.nummerVoor(namen[m.persoon] ?? '')}
            </p>
          </li>
        ))}
      </ul>
      <div className="knoppen">
        <Knop soort="eerst" onClick={volgende}>
          {nl.balie.volgende}
        </Knop>
      </div>
    </div>
  );
}
