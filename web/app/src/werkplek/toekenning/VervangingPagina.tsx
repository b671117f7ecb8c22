// One's own stand-ins.
import type { Ik } from '../../api/types';
import { datumKort } from '../../datum';
import { Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Schil } from '../Schil';
import { useToekenningen } from './Meldingen';
import { Vervanger } from './Vervanger';

const t = nl.toekenning;

export function VervangingPagina({ ik }: { ik: Ik }) {
  const { vervangt, vervangen_door } = useToekenningen(ik);
  const straks = vervangt.filter((v) => !v.geldt);
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      {straks.map((v) => (
        <p key={v.id}>{t.straks(v.afwezige.naam, datumKort(v.van), datumKort(v.tot_en_met))}</p>
      ))}
      <Vervanger id={ik.id} kop={t.kop} sein={JSON.stringify(vervangen_door)} />
    </Schil>
  );
}
