// Everything that is asked of a resident, and nothing else.
import { useEffect, useRef } from 'react';
import type { Ik } from '../../api/types';
import { nl } from '../../teksten/nl';
import { Skelet } from '../../ui/losblad';
import { omroep } from '../../ui/omroep';
import { Bijdragen } from '../plan/bijdrage/Bijdragen';
import { Takenlijst } from './Takenlijst';
import { useTaken } from './taken';

const t = nl.portaal.taken;

export function TakenPagina({ ik }: { ik: Ik }) {
  const wacht = useTaken();
  const n = wacht.stand === 'klaar' ? wacht.taken.length : undefined;
  const eerst = useRef<number>(undefined);
  useEffect(() => {
    if (n === undefined) return;
    if (eerst.current !== undefined && n > eerst.current) omroep.zeg('taken', t.erbij);
    eerst.current = n;
  }, [n]);
  return (
    <>
      <h1>{t.titel}</h1>
      <p className="lead">{n === undefined ? nl.laden : t.lead(n)}</p>
      {n === undefined && <Skelet regels={2} />}
      <Bijdragen ik={ik} rijGaat>
        {wacht.stand === 'klaar' && wacht.taken.length > 0 && (
          <Takenlijst taken={wacht.taken} kop="h2" telefoon={ik.gemeente.telefoon} />
        )}
      </Bijdragen>
      {n === 0 && <p>{t.leeg}</p>}
    </>
  );
}
