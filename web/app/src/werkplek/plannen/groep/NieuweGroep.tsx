// A groep by judgement (KING-G1): persons are chosen one by one. From a huishouden who live there is a proposal and no more: whoever is
// not ticked stays out, and whoever lives elsewhere can come in.
import { useState } from 'react';
import { Probleem } from '../../../api/http';
import type { HuishoudenWat, Ik, PersoonKort, Uitgevoerd } from '../../../api/types';
import { Naar, navigeer, Paginakop } from '../../../route';
import { useOpdracht, useView } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop, knopKlasse } from '../../../ui/knop';
import { omroep } from '../../../ui/omroep';
import { Foutlijst, Tekstvlak } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../formulier';
import { PersoonZoeken } from '../../PersoonZoeken';
import { Schil } from '../../Schil';
import { Ledenlijst } from './Ledenlijst';

export function NieuweGroep({ ik }: { ik: Ik }) {
  const [huishouden] = useState(() => new URLSearchParams(location.search).get('huishouden') ?? undefined);
  const { voorstel, erbij, uit, leden, zet, neem, haalWeg } = useGekozen(huishouden);
  const [bestaat, setBestaat] = useState<string>();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const [waarom, setWaarom] = useState('');
  const t = nl.plan.groep;

  const maak = async () => {
    setBestaat(undefined);
    toon([]);
    try {
      const gedaan = await run<Uitgevoerd>('/groepen', {
        leden: leden.map((p) => p.id),
        ...(waarom.trim() ? { waarom } : {}),
      });
      if (gedaan) navigeer(`/groepen/${gedaan.id}`);
    } catch (error) {
      if (error instanceof Probleem) setBestaat(error.problem.verwijst_naar ?? undefined);
      toon(uitProbleem(error, (v) => (v === 'waarom' ? v : undefined)));
    }
  };

  return (
    <Schil ik={ik} kruimels={[{ naam: nl.plan.titel, to: '/plannen' }, { naam: t.nieuw }]}>
      <div className="smal">
        <Paginakop titel={t.nieuw}>{t.nieuw}</Paginakop>
        <p className="lead">{t.lead}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        {bestaat && (
          <p>
            <Naar className={knopKlasse('tweede')} to={`/groepen/${bestaat}`}>
              {t.bestaatAl}
            </Naar>
          </p>
        )}
        <section className="sectie" aria-labelledby="leden">
          <header>
            <h2 id="leden">{t.leden}</h2>
          </header>
          {voorstel.length > 0 && <Voorstel leden={voorstel} uit={uit} zet={zet} />}
          {(voorstel.length === 0 || erbij.length > 0) && (
            <Ledenlijst leden={voorstel.length === 0 ? leden : erbij} haalWeg={haalWeg} />
          )}
        </section>
        <section className="sectie" aria-labelledby="zoek">
          <header>
            <h2 id="zoek">{t.voegToe}</h2>
          </header>
          <PersoonZoeken
            voor="groep"
            kies={(p) => {
              neem(p);
              omroep.zeg('groep', t.gekozen(p.naam));
            }}
          />
        </section>
        <Waarom fout={veld.waarom} zet={setWaarom} />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop soort="eerst" bezig={bezig} onClick={() => void maak()}>
            {t.maak(leden.map((p) => nl.voornaam(p.naam)))}
          </Knop>
        </div>
      </div>
    </Schil>
  );
}

/** Why these people: asked of who has nothing to do with one of them (KING-G1). */
function Waarom({ fout, zet }: { fout: string | undefined; zet: (waarom: string) => void }) {
  const t = nl.plan.groep;
  return (
    <section className="sectie" aria-labelledby="waaromkop">
      <header>
        <h2 id="waaromkop">{t.waaromKop}</h2>
      </header>
      <Tekstvlak
        id="waarom"
        name="waarom"
        label={t.waarom}
        uitleg={t.waaromUitleg}
        fout={fout}
        rows={2}
        onChange={(event) => zet(event.target.value)}
      />
    </section>
  );
}

/** Who will be in it: of the proposal whoever is still ticked, and whoever was found beside it. */
function useGekozen(huishouden: string | undefined) {
  const voorstel = useVoorstel(huishouden);
  const [erbij, setErbij] = useState<PersoonKort[]>([]);
  const [uit, setUit] = useState<ReadonlySet<string>>(new Set());
  const leden = [
    ...voorstel.filter((p) => !uit.has(p.id)),
    ...erbij.filter((p) => !voorstel.some((lid) => lid.id === p.id)),
  ];
  const zet = (p: PersoonKort, aan: boolean) => {
    const rest = [...uit].filter((id) => id !== p.id);
    setUit(new Set(aan ? rest : [...rest, p.id]));
  };
  const neem = (p: PersoonKort) => {
    setUit(new Set([...uit].filter((id) => id !== p.id)));
    if (!leden.some((l) => l.id === p.id) && !voorstel.some((l) => l.id === p.id)) setErbij([...erbij, p]);
  };
  const haalWeg = (p: PersoonKort) => setErbij(erbij.filter((l) => l.id !== p.id));
  return { voorstel, erbij, uit, leden, zet, neem, haalWeg };
}

/** Who live in the huishouden, as far as one may see it; nobody when one may not. */
function useVoorstel(huishouden: string | undefined): PersoonKort[] {
  const huis = useView<HuishoudenWat>(huishouden && `huishouden/${huishouden}@wat`);
  return huis.stand === 'klaar' ? huis.b.leden.map((lid) => lid.persoon) : [];
}

interface VoorstelProps {
  leden: PersoonKort[];
  uit: ReadonlySet<string>;
  zet: (persoon: PersoonKort, aan: boolean) => void;
}

function Voorstel({ leden, uit, zet }: VoorstelProps) {
  const t = nl.plan.groep;
  return (
    <fieldset className="utrecht-form-fieldset keuzelijst" data-voorstel>
      <legend>{t.voorstel}</legend>
      <p className="quiet sm">{t.voorstelUitleg}</p>
      {leden.map((p) => (
        <label className="keuze" key={p.id} data-lid={p.naam}>
          <input
            type="checkbox"
            checked={!uit.has(p.id)}
            onChange={(event) => zet(p, event.target.checked)}
          />
          {p.naam}
        </label>
      ))}
    </fieldset>
  );
}
