import { useEffect, useMemo, useState } from 'react';
import { haal } from '../api/http';
import type { KindWat } from '../api/types';

/** How long before it is asked again when the line fails: what is whose must be known before it is shown. */
const AGAIN_MS = 5_000;

/** The minors over whom one has gezag, and of which zaken it is known whose they are; asked again when `zaken` is another list. */
export function useKinderen(
  zaken: string | undefined,
): { items: KindWat[]; bekend: ReadonlySet<string> } | undefined {
  const [stand, setStand] = useState<{ zaken: string; items: KindWat[] }>();
  useEffect(() => {
    if (zaken === undefined) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const vraag = () => {
      haal<{ items: KindWat[] }>('/mijn/kinderen').then(
        ({ items }) => !gone && setStand({ zaken, items }),
        () => {
          if (!gone) timer = setTimeout(vraag, AGAIN_MS);
        },
      );
    };
    vraag();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [zaken]);
  return useMemo(() => stand && { items: stand.items, bekend: new Set(stand.zaken.split(',')) }, [stand]);
}
