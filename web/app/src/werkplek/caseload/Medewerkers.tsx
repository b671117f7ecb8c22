// Who has how much: one table, with a bar beside each weight for who sees it. Every number of zaken opens those zaken.
import clsx from 'clsx';
import { useState } from 'react';
import type { CaseloadWat, MedewerkerCaseload } from '../../api/types';
import type { Rijen } from '../../csv';
import { dagenTussen, datumDag } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Stoel } from '../../ui/stoel';
import { CsvKnop } from '../CsvKnop';
import { useVers } from './bord';
import type { Sleep } from './sleep';
import { metKeuze } from './termijn';

const t = nl.caseload;

export function Medewerkers({ wat, sleep }: { wat: CaseloadWat; sleep: Sleep }) {
  const vers = useVers(wat.medewerkers);
  const rijen = useVasteOrde(wat.medewerkers);
  const meeste = Math.max(1, ...wat.medewerkers.map((m) => m.telling.gewicht));
  return (
    <section className="sectie" aria-labelledby="per-medewerker">
      <header>
        <h2 id="per-medewerker">{t.perMedewerker}</h2>
        <span className="push">
          <CsvKnop
            naam={t.csvNaam('medewerkers', wat.dag)}
            tabel={t.perMedewerker}
            rijen={() => tabelVan(rijen, wat.dag)}
          />
        </span>
      </header>
      <p className="sm quiet uitlegregel">{t.gewichtUitleg}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="tabelvak" tabIndex={0} aria-label={t.tabel(t.perMedewerker)}>
        <table data-caseload>
          <thead>
            <tr>
              <th scope="col">{t.medewerker}</th>
              <th scope="col" className="num">
                {t.aantal}
              </th>
              <th scope="col">{t.gewicht}</th>
              <th scope="col">{t.teLaat}</th>
              <th scope="col" className="num">
                {t.dezeWeek}
              </th>
              <th scope="col" className="num">
                {t.oudste}
              </th>
              <th scope="col" className="num">
                {t.plannen}
              </th>
            </tr>
          </thead>
          <tbody>
            {rijen.map((m) => (
              <Rij key={m.id} m={m} dag={wat.dag} meeste={meeste} vers={vers.has(m.id)} sleep={sleep} />
            ))}
          </tbody>
        </table>
      </section>
      {wat.niet_getoond > 0 && <p className="sm quiet">{t.nietGetoond(wat.niet_getoond)}</p>}
    </section>
  );
}

const KOPPEN = [t.medewerker, t.rol, t.aantal, t.gewichtUren, t.teLaat, t.dezeWeek, t.oudsteDagen, t.plannen];

/** The same rows, columns and order as on the screen; the weight in hours, without its word. */
const tabelVan = (rijen: MedewerkerCaseload[], dag: string): Rijen => [
  KOPPEN,
  ...rijen.map(({ naam, rol_naam, telling, plannen, afwezig }) => [
    naam,
    [rol_naam, afwezig && afwezigzin(afwezig)].filter(Boolean).join(', '),
    telling.aantal,
    t.urenGetal(telling.gewicht),
    telling.te_laat,
    telling.deze_week,
    telling.oudste ? dagenTussen(telling.oudste, dag) : '',
    plannen,
  ]),
];

/** The heaviest first, as they stood when the page opened: a row that changes does not move. */
function useVasteOrde(medewerkers: MedewerkerCaseload[]): MedewerkerCaseload[] {
  const [orde] = useState(() => new Map(medewerkers.map((m, plaats) => [m.id, plaats])));
  const plaats = (m: MedewerkerCaseload) => orde.get(m.id) ?? orde.size;
  return [...medewerkers].sort((a, b) => plaats(a) - plaats(b) || a.naam.localeCompare(b.naam));
}

interface RijProps {
  m: MedewerkerCaseload;
  dag: string;
  meeste: number;
  vers: boolean;
  sleep: Sleep;
}

function Rij({ m, dag, meeste, vers, sleep }: RijProps) {
  const { telling } = m;
  const weg = m.afwezig?.nu ?? false;
  const to = `/caseload/medewerkers/${m.id}`;
  return (
    <tr
      className={clsx(vers && 'vers', sleep.rij && 'doel', sleep.boven === m.id && 'doel--boven')}
      data-medewerker={m.naam}
      {...sleep.doel(m)}
    >
      <th scope="row">
        <span className="wie">
          <Stoel naam={m.naam} id={m.id} klein weg={weg} />
          <span>
            <Naar to={to}>{m.naam}</Naar>
            <small className="quiet">
              {m.rol_naam}
              {m.afwezig && `, ${afwezigzin(m.afwezig)}`}
            </small>
          </span>
        </span>
      </th>
      <td className="num" data-cijfer="aantal">
        <Cijfer n={telling.aantal} to={to} naam={t.toonZaken(m.naam, telling.aantal)} />
      </td>
      <td>
        <span className="gewicht">
          <Staaf deel={telling.gewicht / meeste} weg={weg} />
          <span className="num nowrap" data-cijfer="gewicht">
            {t.uren(telling.gewicht)}
          </span>
        </span>
      </td>
      <td data-cijfer="laat">
        {telling.te_laat > 0 ? (
          <Naar
            to={metKeuze(to, 'laat')}
            className="chip termijn termijn--laat"
            aria-label={t.toonLaat(m.naam, telling.te_laat)}
          >
            <Icoon naam="waarschuwing" />
            {t.laat(telling.te_laat)}
          </Naar>
        ) : (
          <span className="quiet">{t.geen}</span>
        )}
      </td>
      <td className="num" data-cijfer="week">
        <Cijfer
          n={telling.deze_week}
          to={metKeuze(to, 'week')}
          naam={t.toonWeek(m.naam, telling.deze_week)}
        />
      </td>
      <td className="num nowrap">{telling.oudste ? t.dagen(dagenTussen(telling.oudste, dag)) : '–'}</td>
      <td className="num" data-cijfer="plannen">
        {m.plannen}
      </td>
    </tr>
  );
}

/** A figure opens the zaken that it counts; where there are none, there is nothing to open. */
function Cijfer({ n, to, naam }: { n: number; to: string; naam: string }) {
  if (n === 0) return n;
  return (
    <Naar to={to} className="cijferlink" aria-label={naam}>
      {n}
    </Naar>
  );
}

export const afwezigzin = (a: NonNullable<MedewerkerCaseload['afwezig']>) =>
  a.nu ? t.afwezig(a.tot_en_met ? datumDag(a.tot_en_met) : undefined) : t.straksAfwezig(datumDag(a.vanaf));

/** The figure beside it says the same. */
function Staaf({ deel, weg }: { deel: number; weg: boolean }) {
  return (
    <svg
      className={clsx('staaf', weg && 'staaf--weg')}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="staaf-al" x="0" y="0" width={100 * deel} height="10" />
    </svg>
  );
}
