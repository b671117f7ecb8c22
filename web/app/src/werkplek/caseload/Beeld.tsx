// The work as a picture: per medewerker and per field of law, by number or by weight. It stands still with the board, and no bar changes places
// while one looks: the order is that of when this measure was chosen.
import { useState } from 'react';
import type { CaseloadWat } from '../../api/types';
import { nl } from '../../teksten/werk';
import { BALKEN_MAX, MATEN, type Maat, mensbalk, mensenIn, mensenzin, teambalk, teamzin } from './beeld';
import { type Deel, Grafiek } from './Grafiek';

const t = nl.caseload.grafiek;
const LEGENDA: Record<Maat, readonly Deel[]> = { aantal: ['laat', 'week', 'rest'], gewicht: [] };

export function Beeld({ wat }: { wat: CaseloadWat }) {
  const [maat, setMaat] = useState<Maat>('aantal');
  return (
    <section className="sectie" aria-labelledby="in-beeld">
      <header>
        <h2 id="in-beeld">{t.kop}</h2>
        <fieldset className="segment push">
          <legend className="vh">{t.maat}</legend>
          {MATEN.map((een) => (
            <label key={een}>
              <input type="radio" name="caseload-maat" checked={maat === een} onChange={() => setMaat(een)} />
              <span>{t.maten[een]}</span>
            </label>
          ))}
        </fieldset>
      </header>
      <p className="sm quiet uitlegregel">{t.uitleg}</p>
      <div className="grafieken" key={maat}>
        <PerMens wat={wat} maat={maat} />
        <Grafiek
          titel={teamzin(wat, maat)}
          legenda={[]}
          balken={wat.teams.map((team) => teambalk(team, maat))}
        />
      </div>
    </section>
  );
}

function PerMens({ wat, maat }: { wat: CaseloadWat; maat: Maat }) {
  const nu = mensenIn(wat, maat);
  const [orde] = useState(() => new Map(nu.map((m, plaats) => [m.id, plaats])));
  const plaats = (id: string) => orde.get(id) ?? orde.size;
  const mensen = [...nu].sort((a, b) => plaats(a.id) - plaats(b.id));
  const rest = mensen.length - BALKEN_MAX;
  return (
    <Grafiek
      titel={mensenzin(wat, maat)}
      legenda={LEGENDA[maat]}
      balken={mensen.slice(0, BALKEN_MAX).map((m) => ({
        ...mensbalk(m, maat),
        naam: (
          <>
            {m.naam}
            {m.afwezig?.nu && <small className="quiet"> {t.afwezig}</small>}
          </>
        ),
      }))}
    >
      {rest > 0 && <p className="sm quiet">{t.meer(rest)}</p>}
    </Grafiek>
  );
}
