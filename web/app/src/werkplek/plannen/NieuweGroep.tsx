// A groep by judgement (KING-G1): persons are chosen one by one; nothing is filled in by itself.
import { useState } from 'react';
import { Probleem } from '../../api/http';
import type { Ik, PersoonKort, Uitgevoerd } from '../../api/types';
import { Naar, navigeer, Paginakop } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/nl';
import { Knop, knopKlasse } from '../../ui/knop';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Schil } from '../Schil';
import { Ledenlijst } from './Ledenlijst';

export function NieuweGroep({ ik }: { ik: Ik }) {
  const [leden, setLeden] = useState<PersoonKort[]>([]);
  const [bestaat, setBestaat] = useState<string>();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const t = nl.plan.groep;

  const maak = async () => {
    setBestaat(undefined);
    toon([]);
    try {
      const gedaan = await run<Uitgevoerd>('/groepen', { leden: leden.map((p) => p.id) });
      if (gedaan) navigeer(`/groepen/${gedaan.id}`);
    } catch (error) {
      if (error instanceof Probleem) setBestaat(error.problem.verwijst_naar ?? undefined);
      toon(uitProbleem(error, () => undefined));
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
          <Ledenlijst leden={leden} haalWeg={(p) => setLeden(leden.filter((l) => l.id !== p.id))} />
        </section>
        <section className="sectie" aria-labelledby="zoek">
          <header>
            <h2 id="zoek">{t.voegToe}</h2>
          </header>
          <PersoonZoeken
            kies={(p) => {
              if (!leden.some((l) => l.id === p.id)) setLeden([...leden, p]);
            }}
          />
        </section>
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
