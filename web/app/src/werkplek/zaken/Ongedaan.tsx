// The way back, for half a minute: ten seconds proved too short to read what one undoes.
import { useEffect, useState } from 'react';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';

const t = nl.zaken;
const TERUG_S = 30;

export interface OngedaanProps {
  /** Each other one has its own half minute. */
  van: unknown;
  /** It stands still while somebody points at it or is in it (WCAG 2.2.1). */
  stil: boolean;
  bezig?: boolean;
  doe: () => void;
}

export function Ongedaan({ van, stil, bezig = false, doe }: OngedaanProps) {
  const [over, setOver] = useState(TERUG_S);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another outcome begins anew
  useEffect(() => setOver(TERUG_S), [van]);
  useEffect(() => {
    if (stil) return undefined;
    const timer = setInterval(() => setOver((was) => Math.max(0, was - 1)), 1_000);
    return () => clearInterval(timer);
  }, [stil]);
  if (over === 0) return null;
  return (
    <Knop soort="tweede" klein icoon="ongedaan" bezig={bezig} onClick={doe}>
      {t.ongedaan}{' '}
      <span className="num" aria-hidden="true">
        {t.nogSeconden(over)}
      </span>
    </Knop>
  );
}
