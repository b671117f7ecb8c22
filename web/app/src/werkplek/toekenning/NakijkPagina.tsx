// What the privacy officer looks back at. Nothing leaves this list without a verdict.
import { type FormEvent, useState } from 'react';
import type { GlasWat, GlazenWat, Ik, Uitgevoerd } from '../../api/types';
import { datumKort, tijd } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { useFormvertrek } from '../../ui/getypt';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, Keuzelijst, Tekstveld, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';

const t = nl.toekenning;

export function NakijkPagina({ ik }: { ik: Ik }) {
  const wat = useView<GlazenWat>(`glazen/${ik.gemeente.id}`);
  const [gedaan, setGedaan] = useState<string>();
  if (wat.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.nakijken}>{t.nakijken}</Paginakop>
      {wat.stand === 'laden' && <Skelet />}
      {wat.stand === 'klaar' && (
        <>
          <p className="lead">{t.nakijkenLead(wat.b.aantal)}</p>
          <p className="quiet sm">{t.nakijkenUitleg}</p>
          {gedaan && <Gedaan zin={gedaan} />}
          <ul className="ledenlijst">
            {wat.b.items.map((glas) => (
              <Regel glas={glas} key={glas.id} klaar={setGedaan} />
            ))}
          </ul>
        </>
      )}
    </Schil>
  );
}

/** What was judged left the list: the focus goes to what says so. */
function Gedaan({ zin }: { zin: string }) {
  const hier = useFocusBij<HTMLParagraphElement>(zin);
  return (
    <p className="balk balk--goed" role="status" ref={hier} tabIndex={-1}>
      <Icoon naam="vink" />
      {zin}
    </p>
  );
}

function Regel({ glas, klaar }: { glas: GlasWat; klaar: (zin: string) => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const id = `toelichting-${glas.id}`;
  const einde = glas.beeindigd?.op ?? glas.tot;
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [oordeel, toelichting] = [tekst(data, 'oordeel'), tekst(data, 'toelichting')];
    const mis = [
      ...(oordeel ? [] : [{ veld: `oordeel-${glas.id}`, tekst: t.oordeelFout }]),
      ...(toelichting ? [] : [{ veld: id, tekst: nl.fout.verplicht('de toelichting') }]),
    ];
    toon(mis);
    if (mis.length > 0) return;
    try {
      if (await run<Uitgevoerd>(`/toekenningen/${glas.id}/beoordelen`, { oordeel, toelichting })) {
        klaar(t.isBeoordeeld(glas.wie.naam));
      }
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
      {glas.leden && glas.leden.length > 0 && (
        <p data-glas-plan>{t.planVan(glas.leden.map((lid) => lid.naam))}</p>
      )}
      <p className="sm">
        {glas.geldt
          ? t.loopt(tijd(glas.tot))
          : `${datumKort(glas.van)}, ${t.was(tijd(glas.van), tijd(einde))}`}
      </p>
      <p>{glas.reden}</p>
      <p>
        <Naar to={`/audit?object=plan/${glas.plan}`}>{t.inSpoor}</Naar>
      </p>
      {glas.verklaard && <p className="quiet sm">{t.verklaard}</p>}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {glas.geldt && (
        <Knop klein bezig={bezig} onClick={() => void stop()}>
          {t.glasBeeindig}
        </Knop>
      )}
      <Oordeel glas={glas} veld={veld} bezig={bezig} stuur={(event) => void stuur(event)} />
    </li>
  );
}

interface OordeelProps {
  glas: GlasWat;
  veld: Fouten;
  bezig: boolean;
  stuur: (event: FormEvent<HTMLFormElement>) => void;
}

/** The verdict is theirs alone: none is chosen beforehand. */
function Oordeel({ glas, veld, bezig, stuur }: OordeelProps) {
  const vorm = useFormvertrek<HTMLFormElement>();
  const id = `toelichting-${glas.id}`;
  return (
    <form ref={vorm} onSubmit={stuur} noValidate className="formulier smal">
      <Keuzelijst
        id={`oordeel-${glas.id}`}
        name="oordeel"
        label={t.oordeel}
        fout={veld[`oordeel-${glas.id}`]}
        opties={[
          { waarde: '', tekst: t.kiesOordeel },
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
  );
}
