// Where one can go in the portal: on a phone at the foot of the screen, under the thumb; on a desk as tabs on the rim of the table.
import { useEffect } from 'react';
import type { Ik } from '../api/types';
import { Naar, usePad } from '../route';
import { nl } from '../teksten/nl';
import { Icoon, type IcoonNaam } from '../ui/Icoon';
import { gelezenNieuws } from './plan/bijdrage/nieuws';
import { usePlannieuws } from './plan/usePlannieuws';
import { useTaken } from './taken/taken';

interface Punt {
  to: string;
  naam: 'zaken' | 'geld' | 'plan' | 'taken';
  icoon: IcoonNaam;
  /** Only for oneself: whoever comes in for another is not there. */
  zelf?: boolean;
}

const t = nl.portaal.menu;
const PUNTEN: Punt[] = [
  { to: '/portaal', naam: 'zaken', icoon: 'blad' },
  { to: '/portaal/geld', naam: 'geld', icoon: 'geld' },
  { to: '/portaal/plan', naam: 'plan', icoon: 'lijst', zelf: true },
  { to: '/portaal/taken', naam: 'taken', icoon: 'vink', zelf: true },
];

export function Navigatie({ ik }: { ik: Ik }) {
  const pad = usePad();
  const wacht = useTaken();
  const n = wacht.stand === 'klaar' ? wacht.taken.length : 0;
  return (
    <nav className="pmenu" aria-label={nl.menu.naam}>
      <ul>
        {PUNTEN.filter((punt) => !(ik.namens && punt.zelf)).map(({ to, naam, icoon }) => (
          <li key={to}>
            <Naar to={to} aria-current={pad === to ? 'page' : undefined}>
              <Icoon naam={icoon} />
              <span>{t[naam]}</span>
              {naam === 'taken' && n > 0 && (
                <span className="ptel" data-taken={n}>
                  {n}
                  <span className="vh"> {t.open(n)}</span>
                </span>
              )}
              {naam === 'plan' && <Plantel ik={ik} hier={pad === to} />}
            </Naar>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many answers of who leads the plan one did not read on this visit. On the page itself they are read. */
function Plantel({ ik, hier }: { ik: Ik; hier: boolean }) {
  const { nieuws, ongelezen } = usePlannieuws(ik);
  useEffect(() => {
    if (hier) gelezenNieuws.lees(nieuws.map(({ id }) => id));
  }, [hier, nieuws]);
  const n = ongelezen.length;
  if (hier || n === 0) return null;
  return (
    <span className="ptel" data-plannieuws={n}>
      {n}
      <span className="vh"> {t.nieuw(n)}</span>
    </span>
  );
}
