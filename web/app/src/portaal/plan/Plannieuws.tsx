// High on a resident's first page: what who leads the plan said to what they said of it, until they read it in their plan.
import { useEffect, useRef } from 'react';
import type { Ik } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { mijnplan } from '../../teksten/mijnplan';
import { Letterlijk } from '../../ui/letterlijk';
import { omroep } from '../../ui/omroep';
import type { Nieuws } from './bijdrage/nieuws';
import { usePlannieuws } from './usePlannieuws';

const t = mijnplan.nieuws;

/** The first page is read in one look; the plan itself has the rest. */
const NIEUWS_MAX = 3;

export function Plannieuws({ ik }: { ik: Ik }) {
  const { klaar, ongelezen } = usePlannieuws(ik);
  const eerst = useRef<string>(undefined);
  const laatste = klaar ? (ongelezen[0]?.id ?? '') : undefined;
  useEffect(() => {
    if (laatste === undefined) return;
    const nieuw = eerst.current !== undefined && laatste !== '' && laatste !== eerst.current;
    if (nieuw) omroep.zeg('plan', mijnplan.gewijzigd);
    eerst.current = laatste;
  }, [laatste]);
  if (ongelezen.length === 0) return null;
  return (
    <section className="pgevraagd" aria-labelledby="plannieuws" data-plannieuws={ongelezen.length}>
      <h2 id="plannieuws">{t.kop}</h2>
      <ul className="pacties">
        {ongelezen.slice(0, NIEUWS_MAX).map((een) => (
          <li key={een.id} data-nieuws={een.soort}>
            <strong>
              <Letterlijk>{een.over}</Letterlijk>
            </strong>
            <br />
            {zin(een)}
          </li>
        ))}
      </ul>
      <p>
        <Naar to="/portaal/plan">{t.lees}</Naar>
      </p>
    </section>
  );
}

function zin({ soort, wie, op }: Nieuws): string {
  const dag = datumLang(op);
  switch (soort) {
    case 'antwoord':
      return t.antwoord(wie, dag);
    case 'bevestigd':
      return t.bevestigd(dag);
    case 'heropend':
      return t.heropend(dag);
  }
}
