// A whole werkvoorraad to colleagues, in one action and unread. More than one part takes goes on by itself, and says how far it is.
import { type FormEvent, useState } from 'react';
import type { MedewerkerCaseload, Uitgevoerd } from '../../../api/types';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Foutlijst, Tekstveld } from '../../../ui/veld';
import { Vouw } from '../../../ui/vouw';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';
import { Medewerkerkeuze } from '../../Medewerkerkeuze';

const t = nl.caseload.overdracht;
const VELDEN: Record<string, string> = { reden: 'overdracht-reden' };

export function Overdragen({ medewerker, gedaan }: { medewerker: MedewerkerCaseload; gedaan: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const [keuzefout, setKeuzefout] = useState<string>();
  const [stand, setStand] = useState<string>();

  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reden = tekst(new FormData(event.currentTarget), 'reden');
    setKeuzefout(gekozen.size > 0 ? undefined : t.kiesIemand);
    toon(reden ? [] : [{ veld: 'overdracht-reden', tekst: nl.fout.verplicht('de reden') }]);
    if (!reden || gekozen.size === 0) return;
    try {
      let over: number | undefined;
      do {
        const done = await run<Uitgevoerd>(`/medewerkers/${medewerker.id}/werkvoorraad/overdragen`, {
          aan: [...gekozen],
          reden,
        });
        if (!done) return;
        over = done.resterend ?? 0;
        setStand(over > 0 ? t.bezig(over) : t.klaar(medewerker.naam));
        gedaan();
      } while (over > 0);
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
    }
  };
  return (
    <Vouw id="overdracht" kop={t.kop}>
      <p className="quiet sm">{t.uitleg(medewerker.naam)}</p>
      <p role="status" data-overdracht>
        {stand}
      </p>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <form onSubmit={(event) => void stuur(event)} className="formulier" noValidate>
        <Medewerkerkeuze
          legend={t.aanWie}
          gekozen={gekozen}
          kies={setGekozen}
          zonder={medewerker.id}
          fout={keuzefout}
        />
        <Tekstveld
          id="overdracht-reden"
          name="reden"
          label={t.reden}
          uitleg={t.redenUitleg}
          fout={veld['overdracht-reden']}
        />
        <div className="knoppen">
          <Knop type="submit" soort="gevaar" bezig={bezig}>
            {t.draagOver}
          </Knop>
        </div>
      </form>
    </Vouw>
  );
}
