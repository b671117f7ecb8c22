// Who is in the document, from the awareness: one chair per person, however many tabs.
import { useEffect, useMemo, useState } from 'react';
import type { DocumentProvider } from '../rt/document/document';
import { nl } from '../teksten/werk';
import type { Tafelgast } from '../werkplek/AanTafel';

/** Who does nothing for this long is "even weg" (C2). */
const WEG_MS = 60_000;
const KIJK_MS = 5_000;

interface AwarenessUser {
  id?: string;
  name?: string;
}

export interface Collega extends Tafelgast {
  client: number;
  heeftCaret: boolean;
}

export function useGasten(provider: DocumentProvider, ikId: string): Collega[] {
  const [beurt, setBeurt] = useState(0);
  const [laatst] = useState(() => new Map<number, number>());

  useEffect(() => {
    const changed = ({ added, updated }: { added: number[]; updated: number[] }) => {
      for (const client of [...added, ...updated]) laatst.set(client, Date.now());
      setBeurt((n) => n + 1);
    };
    provider.awareness.on('change', changed);
    const timer = setInterval(() => setBeurt((n) => n + 1), KIJK_MS);
    const off = provider.listen(() => setBeurt((n) => n + 1));
    return () => {
      provider.awareness.off('change', changed);
      clearInterval(timer);
      off();
    };
  }, [provider, laatst]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is the reason to read the awareness again
  const key = useMemo(() => {
    const found = new Map<string, Collega>();
    for (const [client, state] of provider.awareness.getStates()) {
      const user = (state as { user?: AwarenessUser }).user;
      const own = client === provider.doc.clientID;
      const id = own ? ikId : user?.id;
      if (!id || !user?.name) continue;
      const before = found.get(id);
      const caret = !own && (state as { cursor?: unknown }).cursor != null;
      const weg = !own && Date.now() - (laatst.get(client) ?? Date.now()) > WEG_MS;
      found.set(id, {
        id,
        naam: user.name,
        // Of two tabs the one with the caret is where one can go.
        client: own || caret ? client : (before?.client ?? client),
        weg: weg && (before?.weg ?? true),
        heeftCaret: caret || (before?.heeftCaret ?? false),
        toelichting: own ? undefined : nl.document.schrijft,
      });
    }
    return JSON.stringify([...found.values()]);
  }, [beurt, provider, ikId]);
  // The same guests are the same list: announcements follow a change of it.
  return useMemo(() => JSON.parse(key) as Collega[], [key]);
}
