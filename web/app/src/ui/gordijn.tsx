import { nl } from '../teksten/werk';
import { Icoon } from './Icoon';

/** The net curtain: something runs here, and it is not for you. Stripe, lock and word together. */
export function Gordijn() {
  return (
    <span className="gordijn">
      <span>
        <Icoon naam="slot" />
        {nl.werkvoorraad.afgeschermd}
      </span>
    </span>
  );
}
