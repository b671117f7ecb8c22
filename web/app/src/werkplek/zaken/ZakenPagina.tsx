// All zaken that one may see in one table, live: filtered, sorted, with the columns one wants, and many at once given to somebody.
import { useEffect, useMemo, useRef, useState } from 'react';
import '../../stijl/caseload.css';
import '../../stijl/zaken.css';
import type { Ik, ZaakRij } from '../../api/types';
import { Paginakop } from '../../route';
import { useBundle, useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { omroep } from '../../ui/omroep';
import { lijstkruimel } from '../caseload/recht';
import { useNieuw } from '../nieuw';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import type { Rij } from '../werkvoorraad/Regel';
import { useVolgorde } from '../werkvoorraad/volgorde';
import { useWeergave } from './adres';
import { EigenLijst, Weergaveknoppen } from './EigenWeergaven';
import { Filters, Weergaven } from './Filters';
import { Keuzebalk } from './Keuzebalk';
import { Kolomkeuze } from './Kolomkeuze';
import { useKeuze } from './keuze';
import { past, sorteer, zoekt } from './rijen';
import { Tabel, type TabelGreep } from './Tabel';
import { Uitslagbalk } from './Uitslagbalk';
import { useVerdelen } from './verdelen';
import { schrijfWeergave } from './weergave';

const t = nl.zaken;

export default function ZakenPagina({ ik }: { ik: Ik }) {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  if (bundel.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik} kruimels={[lijstkruimel(ik), { naam: t.titel }]}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {bundel.stand === 'laden' ? <Skelet /> : <Zaken ik={ik} leden={bundel.leden} />}
    </Schil>
  );
}

interface ZakenProps {
  ik: Ik;
  leden: { v: number; b: ZaakRij; later: boolean }[];
}

function Zaken({ ik, leden }: ZakenProps) {
  const now = useNu();
  const weergave = useWeergave();
  const [zoek, zetZoek] = useState('');
  const verdelen = useVerdelen();
  const alle = useAlle(ik, useRustig(leden), verdelen.terug);
  const getoond = useMemo(() => {
    const houdt = past(weergave, ik.id, now);
    const heeft = zoekt(zoek);
    return sorteer(
      alle.filter(({ rij }) => houdt(rij) && heeft(rij)),
      weergave,
      now,
    );
  }, [alle, weergave, zoek, ik.id, now]);
  const houder = useRef<HTMLDivElement>(null);
  const greep = useRef<TabelGreep>(null);
  const ids = useMemo(() => getoond.map((r) => r.rij.id), [getoond]);
  const vraag = `${schrijfWeergave(weergave)} ${zoek}`;
  const naar = (id: string) => greep.current?.naar(id);
  const { zichtbaar, wachtend, vers, uit, toon } = useVolgorde(getoond, houder, { alles: ids, vraag, naar });
  const keuze = useKeuze(ik, zichtbaar);
  useGeteld(vraag, getoond.length);

  return (
    <>
      <p className="lead" data-getoond={getoond.length}>
        {t.lead(getoond.length, alle.length)}
      </p>
      <Weergaven rijen={alle} weergave={weergave} ik={ik} now={now} />
      <EigenLijst ik={ik} nu={schrijfWeergave(weergave)} />
      <Filters rijen={alle} weergave={weergave} zoek={zoek} zetZoek={zetZoek} />
      <div className="tabelkop">
        <Weergaveknoppen ik={ik} weergave={weergave} />
        <Kolomkeuze weergave={weergave} />
      </div>
      <div ref={houder}>
        {wachtend > 0 && (
          <button type="button" className="toonstrip" onClick={toon}>
            <Icoon naam="omhoog" />
            {nl.werkvoorraad.toon(wachtend)}
          </button>
        )}
        {zichtbaar.length === 0 ? (
          <p className="quiet">{alle.length === 0 ? nl.werkvoorraad.leeg : t.leegFilter}</p>
        ) : (
          <Tabel
            rijen={zichtbaar}
            weergave={weergave}
            now={now}
            keuze={keuze}
            vers={vers}
            uit={uit}
            greep={greep}
          />
        )}
      </div>
      <div className="voetbalken">
        {verdelen.stand.stand === 'gedaan' && (
          <Uitslagbalk gedaan={verdelen.stand.gedaan} verdelen={verdelen} />
        )}
        <Keuzebalk ik={ik} keuze={keuze} verdelen={verdelen} />
      </div>
    </>
  );
}

/** So many rows are filtered and sorted in a millisecond of the time between two looks. */
const RIJEN_PER_MS = 20;

/** The newest list, the longer the less often: to sort ten thousand rows anew sixty times a second is to draw nothing else. */
function useRustig<T>(leden: T[]): T[] {
  const [rustig, setRustig] = useState(leden);
  const laatst = useRef({ leden, op: 0 });
  laatst.current.leden = leden;
  useEffect(() => {
    if (leden === rustig) return undefined;
    const pauze = leden.length / RIJEN_PER_MS;
    const nog = Math.max(0, laatst.current.op + pauze - performance.now());
    const timer = setTimeout(() => {
      laatst.current.op = performance.now();
      setRustig(laatst.current.leden);
    }, nog);
    return () => clearTimeout(timer);
  }, [leden, rustig]);
  return rustig;
}

/** A row that did not change stays the same object, so that it is not drawn again. */
function useAlle(ik: Ik, leden: ZakenProps['leden'], terug: ReadonlySet<string>): Rij[] {
  const isNieuw = useNieuw(ik);
  const eerder = useRef(new Map<string, Rij>());
  return useMemo(() => {
    const nu = new Map<string, Rij>();
    for (const { v, b, ...lid } of leden) {
      const later = lid.later && !terug.has(b.id);
      const nieuw = isNieuw(b);
      const was = eerder.current.get(b.id);
      const gelijk = was && was.rij === b && was.nieuw === nieuw && was.later === later;
      nu.set(b.id, gelijk ? was : { rij: b, v, later, nieuw });
    }
    eerder.current = nu;
    return [...nu.values()];
  }, [leden, isNieuw, terug]);
}

/** How many there are is said when somebody asked otherwise, not when the list lives. */
function useGeteld(vraag: string, n: number) {
  const eerder = useRef(vraag);
  useEffect(() => {
    if (eerder.current === vraag) return;
    eerder.current = vraag;
    omroep.zeg('zaken', t.geteld(n));
  }, [vraag, n]);
}
