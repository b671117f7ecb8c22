// On a resident's first page: that there is a plan, and the way to it.
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { mijnplan } from '../../teksten/mijnplan';
import { knopKlasse } from '../../ui/knop';
import { useMijnPlannen } from './mijnplannen';

const t = mijnplan;

export function PlanLink({ ik }: { ik: Ik }) {
  const mijn = useMijnPlannen(ik);
  if (mijn.stand !== 'klaar' || mijn.plannen.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="plan" data-plannen={mijn.plannen.length}>
      <header>
        <h2 id="plan">{t.start}</h2>
      </header>
      <p>{t.startUitleg(mijn.plannen.length)}</p>
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal/plan">
          {t.startKnop}
        </Naar>
      </p>
    </section>
  );
}
