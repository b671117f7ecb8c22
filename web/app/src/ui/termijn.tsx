// Near a deadline is bold in an outline, late is cherry with a triangle, on time has no colour; the words say it all the same.
import clsx from 'clsx';
import type { Urgentie } from '../api/types';
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

/** By when somebody must have been spoken to; nothing when it can wait for its term. */
export function Contactdag({ dag, now }: { dag: string | null | undefined; now: Date }) {
  if (!dag) return null;
  const dagen = dagenTot(dag, now);
  const laat = dagen < 0;
  return (
    <span
      className={clsx('chip termijn', laat ? 'termijn--laat' : 'termijn--bijna')}
      data-contactdag={laat ? 'laat' : dagen === 0 ? 'vandaag' : 'straks'}
    >
      <Icoon naam={laat || dagen === 0 ? 'waarschuwing' : 'klok'} />
      {nl.termijn.contact(dagen, datumKort(dag))}
    </span>
  );
}

/** How soon somebody must look, in one word; nothing when it can wait. */
export function Spoedchip({ urgentie }: { urgentie: Urgentie | null | undefined }) {
  if (!urgentie || urgentie === 'gewoon') return null;
  return (
    <span className={clsx('chip', urgentie === 'crisis' && 'termijn--bijna')} data-urgentie={urgentie}>
      {urgentie === 'crisis' && <Icoon naam="waarschuwing" />}
      {nl.urgentiewoord[urgentie]}
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
