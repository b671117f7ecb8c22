// On a resident's first page: that there is a plan, what became of what they said of it, and the way to it.
import { useEffect, useRef } from 'react';
import type { Ik } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { mijnplan } from '../../teksten/mijnplan';
import { knopKlasse } from '../../ui/knop';
import { Letterlijk } from '../../ui/letterlijk';
import { omroep } from '../../ui/omroep';
import type { Nieuws } from './bijdrage/nieuws';
import { useMijnPlannen } from './mijnplannen';
import { usePlannieuws } from './usePlannieuws';

const t = mijnplan;

/** The first page is read in one look; the plan itself has the rest. */
const NIEUWS_MAX = 3;

export function PlanLink({ ik }: { ik: Ik }) {
  const mijn = useMijnPlannen(ik);
  const { nieuws } = usePlannieuws(ik);
  const klaar = mijn.stand === 'klaar';
  const eerst = useRef<string>(undefined);
  const laatste = klaar ? (nieuws[0]?.id ?? '') : undefined;
  useEffect(() => {
    if (laatste === undefined) return;
    if (eerst.current !== undefined && laatste !== '' && laatste !== eerst.current)
      omroep.zeg('plan', t.gewijzigd);
    eerst.current = laatste;
  }, [laatste]);
  if (!klaar || mijn.plannen.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="plan" data-plannen={mijn.plannen.length}>
      <header>
        <h2 id="plan">{t.start}</h2>
      </header>
      <p>{t.startUitleg(mijn.plannen.length)}</p>
      {nieuws.length > 0 && (
        <ul className="pacties" data-plannieuws={nieuws.length}>
          {nieuws.slice(0, NIEUWS_MAX).map((een) => (
            <Regel key={een.id} nieuws={een} />
          ))}
        </ul>
      )}
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal/plan">
          {t.startKnop}
        </Naar>
      </p>
    </section>
  );
}

function Regel({ nieuws: { soort, wie, over, op } }: { nieuws: Nieuws }) {
  const dag = datumLang(op);
  const zin =
    soort === 'antwoord' && wie
      ? t.nieuws.antwoord(wie, dag)
      : t.nieuws[soort === 'heropend' ? soort : 'bevestigd'](dag);
  return (
    <li data-nieuws={soort}>
      <strong>
        <Letterlijk>{over}</Letterlijk>
      </strong>
      <br />
      {zin}
    </li>
  );
}
