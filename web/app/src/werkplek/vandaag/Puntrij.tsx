// One thing that needs somebody: how soon, what, and what one does about it. Only the first has a filled button (face.md §2).
import clsx from 'clsx';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { knopKlasse } from '../../ui/knop';
import { Contactdag, Spoedchip, Termijn } from '../../ui/termijn';
import type { Punt } from './punten';

export interface PuntrijProps {
  punt: Punt;
  eerste: boolean;
  /** Came in while one was looking. */
  vers: boolean;
  now: Date;
}

export function Puntrij({ punt, eerste, vers, now }: PuntrijProps) {
  return (
    <li className={clsx('rij puntrij', vers && 'vers vers--dooft')} data-punt={punt.id}>
      <div className="puntrij-merk">
        <Merk punt={punt} now={now} />
      </div>
      <div>
        <h3>
          <Naar to={punt.naar}>{punt.naam}</Naar>
        </h3>
        <p className="sm quiet">{punt.onder}</p>
      </div>
      <Naar className={knopKlasse(eerste ? 'eerst' : 'tweede', true)} to={punt.naar}>
        {punt.knop}
        <span className="vh">: {punt.naam}</span>
      </Naar>
    </li>
  );
}

function Merk({ punt: { merk }, now }: { punt: Punt; now: Date }) {
  switch (merk?.soort) {
    case 'contact':
      return <Contactdag dag={merk.dag} now={now} />;
    case 'termijn':
      return <Termijn uiterlijkOp={merk.dag} now={now} />;
    case 'urgentie':
      return <Spoedchip urgentie={merk.urgentie} />;
    default:
      return (
        <span className="chip termijn">
          <Icoon naam="vink" />
          {nl.vandaag.stapWacht}
        </span>
      );
  }
}
