// The persons chosen for a groep.
import type { PersoonKort } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { IcoonKnop } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';

export interface LedenlijstProps {
  leden: PersoonKort[];
  /** Who cannot be taken off. */
  vast?: string;
  haalWeg: (persoon: PersoonKort) => void;
}

export function Ledenlijst({ leden, vast, haalWeg }: LedenlijstProps) {
  if (leden.length === 0) return <p className="quiet">{nl.plan.groep.niemand}</p>;
  return (
    <ul className="ledenlijst">
      {leden.map((p) => (
        <li key={p.id} className="rij gevondenrij" data-lid={p.naam}>
          <Stoel naam={p.naam} inwoner />
          <strong>{p.naam}</strong>
          {p.id !== vast && (
            <IcoonKnop naam={nl.plan.groep.haalWeg(p.naam)} icoon="kruis" onClick={() => haalWeg(p)} />
          )}
        </li>
      ))}
    </ul>
  );
}
