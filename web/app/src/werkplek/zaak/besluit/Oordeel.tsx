// The second pair of eyes: agree with exactly the version on the screen, or say why not.
import { type FormEvent, useState } from 'react';
import type { BesluitWat } from '../../../api/types';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Foutlijst, Tekstvlak } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';

export interface OordeelProps {
  zaak: string;
  besluit: BesluitWat;
  /** It was recorded. */
  klaar?: (akkoord: boolean) => void;
}

export function Oordeel({ zaak, besluit, klaar }: OordeelProps) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const [weigert, setWeigert] = useState(false);
  const t = nl.besluit;
  const doe = async (daad: 'accorderen' | 'afwijzen', body: object) => {
    try {
      const gedaan = await run(`/zaken/${zaak}/besluit/${daad}`, { hash: besluit.hash, ...body });
      if (!gedaan) return;
      toon([]);
      setWeigert(false);
      klaar?.(daad === 'accorderen');
    } catch (error) {
      toon(uitProbleem(error, (veld) => (veld === 'reden' ? 'reden' : undefined)));
    }
  };
  const wijsAf = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reden = tekst(new FormData(event.currentTarget), 'reden');
    toon(reden ? [] : [{ veld: 'reden', tekst: nl.fout.verplicht(t.redenVerplicht) }]);
    if (reden) void doe('afwijzen', { reden });
  };
  return (
    <>
      {!weigert && <Foutlijst fouten={fouten} beurt={beurt} />}
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop soort="eerst" bezig={bezig} onClick={() => void doe('accorderen', {})}>
          {t.accordeer(besluit.nummer)}
        </Knop>
        <Knop soort="tweede" onClick={() => setWeigert(true)}>
          {t.wijsAf}
        </Knop>
      </div>
      {weigert && (
        <Dialoog titel={t.redenTitel} sluit={() => setWeigert(false)}>
          <form onSubmit={wijsAf} noValidate className="formulier">
            <Foutlijst fouten={fouten} beurt={beurt} />
            <Tekstvlak id="reden" name="reden" label={t.reden} />
            <div className="knoppen">
              <Knop type="submit" soort="eerst" bezig={bezig}>
                {t.wijsAf}
              </Knop>
              <Terugknop />
            </div>
          </form>
        </Dialoog>
      )}
    </>
  );
}
