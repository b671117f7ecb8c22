// How the number of running zaken went, as a line and as the same numbers in a table.
import type { CaseloadWat } from '../../api/types';
import { datumDag } from '../../datum';
import { nl } from '../../teksten/werk';
import { CsvKnop } from '../CsvKnop';

const t = nl.caseload;
const BREED = 300;
const HOOG = 90;

export function Verloop({ wat }: { wat: CaseloadWat }) {
  const dagen = wat.verloop;
  const [eerste, laatste] = [dagen[0], dagen.at(-1)];
  if (!eerste || !laatste) return null;
  const meeste = Math.max(1, ...dagen.map((d) => d.aantal));
  const stap = BREED / Math.max(1, dagen.length - 1);
  const punten = dagen.map(
    (d, i) => `${(i * stap).toFixed(1)},${(HOOG - (d.aantal / meeste) * HOOG).toFixed(1)}`,
  );
  return (
    <section className="sectie" aria-labelledby="verloop">
      <header>
        <h2 id="verloop">{t.verloop}</h2>
        <span className="push">
          <CsvKnop
            naam={t.csvNaam('verloop', wat.dag)}
            tabel={t.verloop}
            rijen={() => [[t.dag, t.open], ...[...dagen].reverse().map((d) => [d.dag, d.aantal])]}
          />
        </span>
      </header>
      <div className="verloop">
        <figure>
          <svg
            viewBox={`-4 -4 ${BREED + 8} ${HOOG + 8}`}
            role="img"
            aria-label={t.verloopZin(eerste.aantal, datumDag(eerste.dag), laatste.aantal)}
          >
            <line className="verloop-as" x1="0" y1={HOOG} x2={BREED} y2={HOOG} />
            <polyline className="verloop-lijn" points={punten.join(' ')} />
          </svg>
          <figcaption className="sm quiet verloop-voet">
            <span>
              {datumDag(eerste.dag)}: {eerste.aantal}
            </span>
            <span>
              {datumDag(laatste.dag)}: {laatste.aantal}
            </span>
          </figcaption>
          <p className="sm">{t.verloopZin(eerste.aantal, datumDag(eerste.dag), laatste.aantal)}</p>
        </figure>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
        <section className="tabelvak verlooptabel" tabIndex={0} aria-label={t.tabel(t.verloop)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.dag}</th>
                <th scope="col" className="num">
                  {t.open}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...dagen].reverse().map((d) => (
                <tr key={d.dag}>
                  <th scope="row">
                    <time dateTime={d.dag}>{datumDag(d.dag)}</time>
                  </th>
                  <td className="num">{d.aantal}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </section>
  );
}
