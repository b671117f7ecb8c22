// The plans that a medewerker leads, for who leads the team: that they run, and the way in for an emergency.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { PlanDat } from '../../api/types';
import { datumLang } from '../../datum';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Skelet } from '../randpaginas';
import { Glasdialoog } from './Glasdialoog';

const t = nl.toekenning;

/** `sein` changes when something live says that the list may read otherwise. */
export function Plannen({ id, sein }: { id: string; sein: string }) {
  const queries = useQueryClient();
  const [plan, setPlan] = useState<string>();
  const plannen = useQuery({
    queryKey: ['plannen-van', id],
    queryFn: () => haal<{ items: PlanDat[] }>(`/medewerkers/${id}/plannen`),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal is the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['plannen-van', id] });
  }, [sein, id, queries]);
  return (
    <section className="sectie smal" aria-labelledby="plannen">
      <header>
        <h2 id="plannen">{t.plannen}</h2>
      </header>
      {!plannen.data && <Skelet />}
      {plannen.data && (
        <p className="quiet sm">{plannen.data.items.length === 0 ? t.geenPlannen : t.plannenUitleg}</p>
      )}
      <ul className="ledenlijst">
        {plannen.data?.items.map((p) => (
          <li key={p.id} className="rij gevondenrij" data-plan={p.id}>
            <p>
              <strong>{t.plan(datumLang(p.begonnen_op))}</strong>
              <br />
              <span className="quiet sm">{nl.en(p.regisseurs.map((who) => who.naam))}</span>
            </p>
            <Knop klein soort="gevaar" onClick={() => setPlan(p.id)}>
              {t.kijkMee}
            </Knop>
          </li>
        ))}
      </ul>
      {plan && <Glasdialoog plan={plan} sluit={() => setPlan(undefined)} />}
    </section>
  );
}
