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

interface Gewijzigd {
  added: number[];
  updated: number[];
  removed: number[];
}

export function useGasten(provider: DocumentProvider, ikId: string): Collega[] {
  const [laatst] = useState(() => new Map<number, number>());
  const [key, setKey] = useState('[]');

  useEffect(() => {
    // Carets move at every key: only who is there is of the page.
    const lees = () => setKey(JSON.stringify(gasten(provider, ikId, laatst)));
    const changed = ({ added, updated, removed }: Gewijzigd) => {
      const nu = Date.now();
      for (const client of [...added, ...updated]) laatst.set(client, nu);
      // One's own caret, at every key, says nothing of who is there.
      const eigen = updated.length === 1 && updated[0] === provider.doc.clientID;
      if (!eigen || added.length + removed.length > 0) lees();
    };
    lees();
    provider.awareness.on('change', changed);
    const timer = setInterval(lees, KIJK_MS);
    return () => {
      provider.awareness.off('change', changed);
      clearInterval(timer);
    };
  }, [provider, ikId, laatst]);
  // The same guests are the same list: announcements follow a change of it.
  return useMemo(() => JSON.parse(key) as Collega[], [key]);
}

function gasten(provider: DocumentProvider, ikId: string, laatst: ReadonlyMap<number, number>): Collega[] {
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
  return [...found.values()];
}
