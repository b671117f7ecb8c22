// Who takes part in the talk, and so reads and writes its report: a colleague who was forgotten is added, one who should not be here goes.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DocumentWat, Ik, Uitgevoerd } from '../api/types';
import { useOpdracht } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Dialoog, Terugknop } from '../ui/dialoog';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';
import { Stoel } from '../ui/stoel';
import { Wachtregel } from '../ui/wachtregel';
import { uitProbleem } from '../werkplek/formulier';
import { Medewerkerkeuze, useMedewerkers } from '../werkplek/Medewerkerkeuze';

const t = nl.document;

interface DeelnemersProps {
  wat: DocumentWat;
  ik: Ik;
}

export function Deelnemers({ wat, ik }: DeelnemersProps) {
  const [wijzig, setWijzig] = useState(false);
  return (
    <section aria-labelledby="doc-deelnemers">
      <h2 id="doc-deelnemers">{t.deelnemers}</h2>
      {wat.deelnemers.map((d) => (
        <div className="mens" key={d.id}>
          <Stoel naam={d.naam} id={d.id} />
          <p>{d.id === ik.id ? nl.zaak.u(d.naam) : d.naam}</p>
        </div>
      ))}
      {/* Who reads along for a while does not say who takes part. */}
      {wat.deelnemers.some((d) => d.id === ik.id) && (
        <Knop className="na-mensen" klein onClick={() => setWijzig(true)}>
          {t.wijzigDeelnemers}
        </Knop>
      )}
      {wijzig && <Wijzig wat={wat} ik={ik} sluit={() => setWijzig(false)} />}
    </section>
  );
}

/** Only what one changed is sent: who a colleague added meanwhile stays. */
function Wijzig({ wat, ik, sluit }: DeelnemersProps & { sluit: () => void }) {
  const medewerkers = useMedewerkers();
  const queries = useQueryClient();
  const { run, bezig, wacht } = useOpdracht();
  const [begin] = useState(() => new Set(wat.deelnemers.map((d) => d.id).filter((id) => id !== ik.id)));
  const [gekozen, setGekozen] = useState(begin);
  const [fout, setFout] = useState<string>();
  const erbij = [...gekozen].filter((id) => !begin.has(id));
  const eraf = [...begin].filter((id) => !gekozen.has(id));
  const namen = (ids: string[]) =>
    [...(medewerkers.data ?? []), ...wat.deelnemers]
      .filter((m, i, alle) => ids.includes(m.id) && alle.findIndex((n) => n.id === m.id) === i)
      .map((m) => m.naam);

  const bewaar = async (event: FormEvent) => {
    event.preventDefault();
    if (erbij.length + eraf.length === 0) {
      sluit();
      return;
    }
    setFout(undefined);
    try {
      if (!(await run<Uitgevoerd>(`/gesprekken/${wat.gesprek}/deelnemers`, { erbij, eraf }))) return;
      void queries.invalidateQueries({ queryKey: ['document', wat.id] });
      omroep.zeg('deelnemers', t.deelnemersGewijzigd);
      sluit();
    } catch (error) {
      setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <Dialoog titel={t.wieDoetMee} sluit={sluit}>
      <form onSubmit={bewaar} className="formulier">
        <p>{t.wieDoetMeeUitleg}</p>
        <Medewerkerkeuze
          legend={nl.toewijzen.legend}
          gekozen={gekozen}
          kies={setGekozen}
          zonder={ik.id}
          fout={fout}
        />
        <div role="status">
          {erbij.length > 0 && <p>{t.komtErbij(namen(erbij))}</p>}
          {eraf.length > 0 && <p>{t.gaatEraf(namen(eraf))}</p>}
        </div>
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.bewaarDeelnemers}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
