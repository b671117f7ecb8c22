// Who works on this zaak: the whole new set.
import { type FormEvent, useState } from 'react';
import type { Uitgevoerd, ZaakDat } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Wachtregel } from '../../ui/wachtregel';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import { Medewerkerkeuze, useMedewerkers } from '../Medewerkerkeuze';

export function Toewijzen({ zaak, sluit }: { zaak: ZaakDat; sluit: () => void }) {
  const medewerkers = useMedewerkers();
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState(() => new Set(zaak.behandelaars.map((b) => b.id)));
  const [fout, setFout] = useState<string>();
  // What was chosen was chosen for the zaak as it stood when this opened.
  const [versie, setVersie] = useState(zaak.versie);
  const namen = (medewerkers.data ?? []).filter((m) => gekozen.has(m.id)).map((m) => m.naam);

  const bevestig = async (event: FormEvent) => {
    event.preventDefault();
    setFout(gekozen.size === 0 ? nl.toewijzen.niemand : undefined);
    if (gekozen.size === 0) return;
    try {
      const body = { behandelaars: [...gekozen] };
      if (await run<Uitgevoerd>(`/zaken/${zaak.id}/toewijzen`, body, versie)) sluit();
    } catch (error) {
      if (isConflict(error)) {
        // Read by now: who presses again means it.
        setVersie(error.problem.versie ?? versie);
        setFout(`${conflictzin(error)} ${nl.toewijzen.nogmaals}`);
      } else setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <Dialoog titel={nl.toewijzen.titel} sluit={sluit}>
      <form onSubmit={bevestig} className="formulier">
        <p>{nl.toewijzen.uitleg}</p>
        <Medewerkerkeuze
          legend={nl.toewijzen.legend}
          gekozen={gekozen}
          kies={setGekozen}
          fout={fout}
          vak={zaak.domein}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.toewijzen.bevestig(namen)}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
