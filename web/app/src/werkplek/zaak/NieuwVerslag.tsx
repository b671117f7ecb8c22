// A new report: who may read and write it is chosen before it exists.
import { type FormEvent, useState } from 'react';
import type { Ik, Uitgevoerd, ZaakWat } from '../../api/types';
import { navigeer } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem } from '../formulier';
import { Medewerkerkeuze } from '../Medewerkerkeuze';

export function NieuwVerslag({ zaak, ik, sluit }: { zaak: ZaakWat; ik: Ik; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState(
    () => new Set(zaak.behandelaars.map((b) => b.id).filter((b) => b !== ik.id)),
  );
  const [fout, setFout] = useState<string>();

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setFout(undefined);
    try {
      const done = await run<Uitgevoerd>(`/zaken/${zaak.id}/documenten`, {
        soort: 'gespreksverslag',
        deelnemers: [ik.id, ...gekozen],
      });
      if (done) navigeer(`/documenten/${done.id}`);
    } catch (error) {
      setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <Dialoog titel={nl.verslag.nieuwTitel} sluit={sluit}>
      <form onSubmit={begin} className="formulier">
        <p>
          {nl.verslag.nieuwUitleg} {nl.verslag.ikAltijd}
        </p>
        <Medewerkerkeuze
          legend={nl.toewijzen.legend}
          gekozen={gekozen}
          kies={setGekozen}
          zonder={ik.id}
          fout={fout}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.verslag.begin}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
