// What the privacy officer looks back at. Nothing leaves this list without a verdict.
import type { FormEvent } from 'react';
import type { GlasWat, GlazenWat, Ik, Uitgevoerd } from '../../api/types';
import { datumKort, tijd } from '../../datum';
import { Paginakop } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Foutlijst, Keuzelijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';

const t = nl.toekenning;

export function NakijkPagina({ ik }: { ik: Ik }) {
  const wat = useView<GlazenWat>(`glazen/${ik.gemeente.id}`);
  if (wat.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.nakijken}>{t.nakijken}</Paginakop>
      {wat.stand === 'laden' && <Skelet />}
      {wat.stand === 'klaar' && (
        <>
          <p className="lead">{t.nakijkenLead(wat.b.aantal)}</p>
          <p className="quiet sm">{t.nakijkenUitleg}</p>
          <ul className="ledenlijst">
            {wat.b.items.map((glas) => (
              <Regel glas={glas} key={glas.id} />
            ))}
          </ul>
        </>
      )}
    </Schil>
  );
}

function Regel({ glas }: { glas: GlasWat }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const id = `toelichting-${glas.id}`;
  const einde = glas.beeindigd?.op ?? glas.tot;
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const toelichting = tekst(data, 'toelichting');
    if (!toelichting) {
      toon([{ veld: id, tekst: nl.fout.verplicht('de toelichting') }]);
      return;
    }
    try {
      await run<Uitgevoerd>(`/toekenningen/${glas.id}/beoordelen`, {
        oordeel: tekst(data, 'oordeel'),
        toelichting,
      });
    } catch (error) {
      toon(uitProbleem(error, (one) => (one === 'toelichting' ? id : undefined)));
    }
  };
  const stop = async () => {
    try {
      await run<Uitgevoerd>(`/toekenningen/${glas.id}/intrekken`, {});
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <li className="sectie" data-glas={glas.id}>
      <h2>{glas.wie.naam}</h2>
      <p className="sm">
        {glas.geldt
          ? t.loopt(tijd(glas.tot))
          : `${datumKort(glas.van)}, ${t.was(tijd(glas.van), tijd(einde))}`}
      </p>
      <p>{glas.reden}</p>
      {glas.verklaard && <p className="quiet sm">{t.verklaard}</p>}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {glas.geldt && (
        <Knop klein bezig={bezig} onClick={() => void stop()}>
          {t.glasBeeindig}
        </Knop>
      )}
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier smal">
        <Keuzelijst
          id={`oordeel-${glas.id}`}
          name="oordeel"
          label={t.oordeel}
          opties={[
            { waarde: 'terecht', tekst: t.terecht },
            { waarde: 'onterecht', tekst: t.onterecht },
          ]}
        />
        <Tekstveld id={id} name="toelichting" label={t.toelichting} fout={veld[id]} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.beoordeel}
          </Knop>
        </div>
      </form>
    </li>
  );
}
