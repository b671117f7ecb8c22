// When the session of who sits here ends, as far as this device knows: work moves it, looking does not.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { laatstBezig, sessieEinde } from '../activiteit';
import type { Ik } from '../api/types';
import { haalIk } from './ik';

const KIJK_MS = 15_000;

export interface Sessieduur {
  /** By the clock of this device. */
  einde: number;
  /** How long that is from now; looked at a few times a minute. */
  over: number;
}

/** `undefined` while it is not known. */
export function useSessieduur(): Sessieduur | undefined {
  const { data: ik, dataUpdatedAt: gezegdOp } = useQuery<Ik>({
    queryKey: ['ik'],
    queryFn: haalIk,
    enabled: false,
  });
  const [duur, setDuur] = useState<Sessieduur>();
  useEffect(() => {
    const kijk = () => {
      if (!ik) return;
      const { verloopt_op, uiterlijk_op } = ik.sessie;
      const einde = sessieEinde(gezegdOp, verloopt_op, uiterlijk_op, laatstBezig());
      setDuur({ einde, over: einde - Date.now() });
    };
    kijk();
    const timer = setInterval(kijk, KIJK_MS);
    return () => clearInterval(timer);
  }, [ik, gezegdOp]);
  return duur;
}
