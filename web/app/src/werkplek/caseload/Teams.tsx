// The work per field of law.
import type { CaseloadWat } from '../../api/types';
import { nl } from '../../teksten/werk';
import { CsvKnop } from '../CsvKnop';

const t = nl.caseload;

export function Teams({ wat }: { wat: CaseloadWat }) {
  const rijen = [
    ...wat.teams.map((team) => ({
      naam: t.domeinen[team.domein],
      telling: team.telling,
      wacht: team.wachtend.aantal,
    })),
    { naam: t.totaal, telling: wat.totaal, wacht: wat.wachtend.aantal },
  ];
  return (
    <section className="sectie" aria-labelledby="per-team">
      <header>
        <h2 id="per-team">{t.perTeam}</h2>
        <span className="push">
          <CsvKnop
            naam={t.csvNaam('domeinen', wat.dag)}
            tabel={t.perTeam}
            rijen={() => [
              [t.domein, t.aantal, t.gewichtUren, t.wachtend, t.teLaat, t.dezeWeek],
              ...rijen.map(({ naam, telling, wacht }) => [
                naam,
                telling.aantal,
                t.urenGetal(telling.gewicht),
                wacht,
                telling.te_laat,
                telling.deze_week,
              ]),
            ]}
          />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="tabelvak" tabIndex={0} aria-label={t.tabel(t.perTeam)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.domein}</th>
              {[t.aantal, t.gewicht, t.wachtend, t.teLaat, t.dezeWeek].map((kop) => (
                <th scope="col" className="num" key={kop}>
                  {kop}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rijen.map(({ naam, telling, wacht }) => (
              <tr key={naam} data-team={naam}>
                <th scope="row">{naam}</th>
                <td className="num">{telling.aantal}</td>
                <td className="num nowrap">{t.uren(telling.gewicht)}</td>
                <td className="num">{wacht}</td>
                <td className="num">{telling.te_laat}</td>
                <td className="num">{telling.deze_week}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
