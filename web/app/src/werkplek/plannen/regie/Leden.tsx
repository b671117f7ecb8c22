// Whom a plan is for.
import type { PlanRij } from '../../../api/types';
import { Naar } from '../../../route';
import { nl } from '../../../teksten/werk';
import { Stoel } from '../../../ui/stoel';
import { Lidnaam, useHuizen } from '../Lidnaam';

export interface LedenProps {
  rij: PlanRij;
  groep: string;
  /** Whether anything can be changed. */
  open: boolean;
  /** Whether one may see where they live: who reads by a broken glas may not. */
  thuis: boolean;
}

export function Leden({ rij, groep, open, thuis }: LedenProps) {
  const t = nl.plan;
  const huizen = useHuizen(groep, thuis);
  return (
    <section aria-labelledby="leden">
      <h2 id="leden">{t.leden}</h2>
      {rij.leden.map((lid) => (
        <div className="mens" key={lid.id} data-lid={lid.naam}>
          <Stoel naam={lid.naam} inwoner />
          <p>
            <Lidnaam naam={lid.naam} huis={huizen.get(lid.id)} />
          </p>
        </div>
      ))}
      <p>
        <Naar to={`/groepen/${groep}`}>{t.bekijkGroep}</Naar>
      </p>
      {open && (
        <p>
          <Naar to={`/groepen/${groep}/signaal`}>{t.groep.meldSignaal}</Naar>
        </p>
      )}
    </section>
  );
}
