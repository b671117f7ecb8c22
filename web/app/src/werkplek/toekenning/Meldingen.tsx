// What holds for a while stands on every page: for whom one stands in, and who looks along in an emergency. It goes by itself.
import { useEffect, useState } from 'react';
import type { GlasWat, Ik, ToekenningenWat, ToestemmingVanMij } from '../../api/types';
import { datumKort, datumVol, tijd } from '../../datum';
import { nu } from '../../klok';
import { Naar } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';

const t = nl.toekenning;
/** How often the minutes that are left are counted again. */
const TEL_MS = 5_000;

const LEEG: ToekenningenWat = {
  vervangt: [],
  vervangen_door: [],
  glas: [],
  glas_op_plannen: [],
  toestemmingen: [],
};

/** What somebody has to do with toekenningen, live. */
export function useToekenningen(ik: { id: string }): ToekenningenWat {
  const wat = useView<ToekenningenWat>(`toekenningen/${ik.id}`);
  return wat.stand === 'klaar' ? wat.b : LEEG;
}

/** Whether one sees this plan by a glas that one broke; undefined until that is known. */
export function useGlas(ik: { id: string }, plan: string): boolean | undefined {
  const wat = useView<ToekenningenWat>(`toekenningen/${ik.id}`);
  return wat.stand === 'klaar' ? wat.b.glas.some((glas) => glas.plan === plan) : undefined;
}

/** What one asked consent for on this zaak, the last time. */
export function useToestemming(ik: { id: string }, zaak: string): ToestemmingVanMij | undefined {
  return useToekenningen(ik).toestemmingen.find((t) => t.zaak === zaak);
}

/** Oneself and for whom one stands in now. */
export function useAls(ik: { id: string }): ReadonlySet<string> {
  const { vervangt } = useToekenningen(ik);
  return new Set([ik.id, ...vervangt.filter((v) => v.geldt).map((v) => v.afwezige.id)]);
}

export function Meldingen({ ik }: { ik: Ik }) {
  const { vervangt, glas, glas_op_plannen } = useToekenningen(ik);
  const lopend = vervangt.filter((v) => v.geldt);
  return (
    <div role="status" data-toekenningen>
      {lopend.map((v) => (
        <p className="balk balk--uitleg" key={v.id} data-vervangt={v.afwezige.naam}>
          <Icoon naam="mensen" />
          {t.vervangt(v.afwezige.naam, datumVol(v.tot_en_met))}
        </p>
      ))}
      {glas.map((g) => (
        <Lopend glas={g} key={g.id} />
      ))}
      {glas_op_plannen.map((g) => (
        <Gezien glas={g} key={g.id} />
      ))}
    </div>
  );
}

function useMinuten(tot: string): number {
  const tel = () => Math.ceil((Date.parse(tot) - nu().getTime()) / 60_000);
  const [over, setOver] = useState(tel);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is the reason
  useEffect(() => {
    setOver(tel());
    const timer = setInterval(() => setOver(tel()), TEL_MS);
    return () => clearInterval(timer);
  }, [tot]);
  return over;
}

function Lopend({ glas }: { glas: GlasWat }) {
  const { run, bezig } = useOpdracht();
  const over = useMinuten(glas.tot);
  return (
    <div className="balk balk--fout" data-glas="lopend">
      <Icoon naam="oog" />
      <p>
        {t.glasLoopt(over)} <Naar to={`/plannen/${glas.plan}`}>{t.glasPlan}</Naar>
      </p>
      <Knop klein bezig={bezig} onClick={() => void run(`/toekenningen/${glas.id}/intrekken`, {})}>
        {t.glasStop}
      </Knop>
    </div>
  );
}

function Gezien({ glas }: { glas: GlasWat }) {
  const { run, bezig } = useOpdracht();
  return (
    <div className="balk balk--fout" data-glas="gezien">
      <Icoon naam="oog" />
      <p>
        {glas.geldt
          ? t.glasGezien(glas.wie.naam, tijd(glas.tot))
          : t.glasGeweest(glas.wie.naam, datumKort(glas.van))}{' '}
        {glas.reden} <Naar to={`/plannen/${glas.plan}`}>{t.glasPlan}</Naar>
      </p>
      {glas.geldt && (
        <Knop klein bezig={bezig} onClick={() => void run(`/toekenningen/${glas.id}/intrekken`, {})}>
          {t.glasBeeindig}
        </Knop>
      )}
    </div>
  );
}
