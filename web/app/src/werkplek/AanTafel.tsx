// Who is here now: chairs on the rim, you first. Coming and going is announced once, politely; nothing else is.
import { useEffect, useRef } from 'react';
import { nl } from '../teksten/werk';
import { omroep } from '../ui/omroep';
import { Stoel } from '../ui/stoel';

export interface Tafelgast {
  id: string;
  naam: string;
  weg?: boolean;
  toelichting?: string;
}

/** More chairs than fit on the rim are counted. */
const STOELEN_MAX = 6;

export function AanTafel({ gasten, ikId }: { gasten: Tafelgast[]; ikId: string }) {
  const orde = [...gasten].sort((a, b) => Number(b.id === ikId) - Number(a.id === ikId));
  const before = useRef<Map<string, string> | undefined>(undefined);

  useEffect(() => {
    const now = new Map(gasten.filter((g) => g.id !== ikId).map((g) => [g.id, g.naam]));
    const was = before.current;
    before.current = gasten.length > 0 ? now : was;
    if (!was) return;
    const erbij = [...now].filter(([id]) => !was.has(id)).map(([, naam]) => naam);
    const eraf = [...was].filter(([id]) => !now.has(id)).map(([, naam]) => naam);
    const zinnen: string[] = [];
    if (erbij.length > 0) zinnen.push(nl.zaak.komtErbij(erbij));
    if (eraf.length > 0) zinnen.push(nl.zaak.gaatWeg(eraf));
    if (zinnen.length > 0) omroep.zeg('tafel', zinnen.join('. '));
  }, [gasten, ikId]);

  if (orde.length === 0) return null;
  const rest = orde.length - STOELEN_MAX;
  return (
    <section className="aantafel" aria-label={nl.zaak.tafel}>
      <p>{nl.zaak.tafel}</p>
      <ul className="stoelen">
        {orde.slice(0, STOELEN_MAX).map((g) => (
          <li key={g.id} data-aanwezig={g.naam}>
            <Stoel naam={g.naam} id={g.id} weg={g.weg} />
            <span className="vh">
              {g.id === ikId ? nl.zaak.u(g.naam) : g.naam}
              {g.weg ? `, ${nl.document.evenWeg}` : g.toelichting ? `, ${g.toelichting}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{nl.zaak.anderen(rest)}</p>}
    </section>
  );
}
