// A line of what somebody is to do, in a plan or in a zaak: ticked off here, with what it is about and until when.
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Termijn } from '../../../ui/termijn';
import { Vink } from '../../../ui/vink';

interface DoerijProps {
  wat: string;
  dag: string;
  later: boolean;
  now: Date;
  /** For who does not see it: what a tick says. */
  naam: string;
  gedaan: () => Promise<void>;
  /** About whom, and the way there. */
  onder: ReactNode;
  /** Beside how long there is. */
  merk?: ReactNode;
}

export function Doerij({ wat, dag, later, now, naam, gedaan, onder, merk, ...kenmerken }: DoerijProps) {
  return (
    <li className={clsx('rij planrij', later && 'vers vers--dooft')} {...kenmerken}>
      <div>
        <Vink wat={wat} naam={naam} zet={gedaan} />
        <p className="quiet sm">{onder}</p>
      </div>
      <p>
        <Termijn uiterlijkOp={dag} now={now} /> {merk}
      </p>
    </li>
  );
}
