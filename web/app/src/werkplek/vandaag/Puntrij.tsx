// One thing that needs somebody: how soon, what, and what one does about it. Only the first has a filled button (face.md §2).
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop, knopKlasse } from '../../ui/knop';
import { Contactdag, Spoedchip, Termijn } from '../../ui/termijn';
import type { Punt } from './punten';

export interface PuntrijProps {
  punt: Punt;
  eerste: boolean;
  /** Came in while one was looking. */
  vers: boolean;
  now: Date;
  /** Begins the zaak that it is about: whether it was. */
  begin: (punt: Punt) => Promise<boolean>;
  /** That is under way. */
  bezig: boolean;
}

export function Puntrij({ punt, eerste, vers, now, begin, bezig }: PuntrijProps) {
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
      <Daad punt={punt} soort={eerste ? 'eerst' : 'tweede'} begin={begin} bezig={bezig} />
    </li>
  );
}

type DaadProps = Pick<PuntrijProps, 'punt' | 'begin' | 'bezig'> & { soort: 'eerst' | 'tweede' };

/** A button where something is begun, a link to where one goes on. */
function Daad({ punt, soort, begin, bezig }: DaadProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const zelf = useRef(false);
  const begonnen = !punt.begint;
  // By one's own press the button becomes the way to the zaak, and the focus stays there.
  useEffect(() => {
    if (!begonnen || !zelf.current) return;
    zelf.current = false;
    link.current?.focus();
  }, [begonnen]);
  const press = async () => {
    zelf.current = true;
    // Refused, it is not one's own doing when it begins after all.
    if (!(await begin(punt))) zelf.current = false;
  };
  const inhoud = (
    <>
      {punt.knop}
      <span className="vh">: {punt.naam}</span>
    </>
  );
  if (begonnen) {
    return (
      <Naar ref={link} className={knopKlasse(soort, true)} to={punt.naar}>
        {inhoud}
      </Naar>
    );
  }
  return (
    <Knop soort={soort} klein bezig={bezig} onClick={() => void press()}>
      {inhoud}
    </Knop>
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
