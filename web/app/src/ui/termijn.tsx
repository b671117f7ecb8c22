// Near a deadline is bold in an outline, late is cherry with a triangle, on time has no colour; the words say it all the same.
import clsx from 'clsx';
import { dagenTot, datumKort, werkdagenTot } from '../datum';
import { nl } from '../teksten/nl';
import { Icoon } from './Icoon';

/** Working days before the end from which a deadline is near. */
const BIJNA_WERKDAGEN = 3;

export type Termijnstand = 'rustig' | 'bijna' | 'laat';

export function termijnstand(uiterlijkOp: string, now: Date): Termijnstand {
  if (dagenTot(uiterlijkOp, now) < 0) return 'laat';
  return werkdagenTot(uiterlijkOp, now) <= BIJNA_WERKDAGEN ? 'bijna' : 'rustig';
}

export function Termijn({ uiterlijkOp, now }: { uiterlijkOp: string; now: Date }) {
  const dagen = dagenTot(uiterlijkOp, now);
  const stand = termijnstand(uiterlijkOp, now);
  return (
    <span className={clsx('chip termijn', stand !== 'rustig' && `termijn--${stand}`)} data-termijn={stand}>
      <Icoon naam={stand === 'laat' ? 'waarschuwing' : 'klok'} />
      {dagen < 0 ? nl.termijn.laat(-dagen) : dagen === 0 ? nl.termijn.vandaag : nl.termijn.nog(dagen)}
    </span>
  );
}

export function UiterlijkOp({ uiterlijkOp }: { uiterlijkOp: string }) {
  return (
    <time className="sm quiet nowrap" dateTime={uiterlijkOp}>
      {nl.termijn.uiterlijk(datumKort(uiterlijkOp))}
    </time>
  );
}
