// The contact is recorded: the numbers to give along.
import type { Ik, NieuweZaak } from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { OpPapier } from '../melding/OpPapier';

export function Vastgelegd({
  ik,
  meldingen,
  namen,
  volgende,
}: {
  ik: Ik;
  meldingen: NieuweZaak[];
  namen: Record<string, string>;
  volgende: () => void;
}) {
  const titel = nl.balie.klaar(meldingen.length);
  // Of each who cannot log in: the numbers to give along.
  const mensen = new Map<string, string[]>();
  for (const m of meldingen.filter((m) => m.bevestiging === 'geen')) {
    mensen.set(m.persoon, [...(mensen.get(m.persoon) ?? []), m.zaaknummer]);
  }
  const briefjes = [...mensen].map(([persoon, nummers]) => ({ naam: namen[persoon] ?? '', nummers }));
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
              <br />
              <span data-naar>
                {nl.balie.gingNaar(
                  (m.behandelaars ?? []).map((who) => who.naam),
                  m.domein,
                )}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <OpPapier van={ik} briefjes={briefjes} />
      <div className="knoppen">
        <Knop soort="eerst" onClick={volgende}>
          {nl.balie.volgende}
        </Knop>
      </div>
    </div>
  );
}
