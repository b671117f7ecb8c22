// Looking along in a plan because nobody who may can: with a reason, for a while, and told at once.
import { type FormEvent, useState } from 'react';
import { Probleem } from '../../api/http';
import type { Uitgevoerd } from '../../api/types';
import { navigeer } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Foutlijst, Keuzelijst, Tekstvlak, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';

const t = nl.toekenning;
const MINUTEN = [15, 30, 60];
const REDEN_MIN = 20;

export function Glasdialoog({ plan, sluit }: { plan: string; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  // The record says that somebody can act: then whoever asks states that they cannot.
  const [vraag, setVraag] = useState<string>();
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reden = tekst(data, 'reden');
    if ([...reden].length < REDEN_MIN) {
      toon([{ veld: 'reden', tekst: t.glasTekort }]);
      return;
    }
    toon([]);
    const body = {
      reden,
      minuten: Number(tekst(data, 'minuten')),
      niemand_kan: data.get('niemand_kan') === 'ja',
    };
    try {
      if (await run<Uitgevoerd>(`/plannen/${plan}/glas`, body)) navigeer(`/plannen/${plan}`);
    } catch (error) {
      // Nothing that was typed is wrong: it is a question, and it is asked as one.
      if (error instanceof Probleem && error.problem.code === 'glas.iemand_kan' && !vraag) {
        setVraag(error.problem.detail ?? error.problem.title);
      } else toon(uitProbleem(error, (one) => (one === 'reden' ? 'reden' : undefined)));
    }
  };
  return (
    <Dialoog titel={t.glasTitel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <p>{t.glasUitleg}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Wachtregel wacht={wacht} />
        <Tekstvlak
          id="reden"
          name="reden"
          rows={3}
          label={t.glasReden}
          uitleg={t.glasRedenUitleg}
          fout={veld.reden}
        />
        <Keuzelijst
          id="minuten"
          name="minuten"
          label={t.minuten}
          opties={MINUTEN.map((n) => ({ waarde: String(n), tekst: t.minuut(n) }))}
        />
        {vraag && <Niemandkan vraag={vraag} />}
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.breek}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

function Niemandkan({ vraag }: { vraag: string }) {
  const vink = useFocusBij<HTMLInputElement>(vraag);
  return (
    <div className="balk balk--uitleg" data-niemand-kan>
      <Icoon naam="waarschuwing" />
      <div>
        <p id="niemand-kan-uitleg">{vraag}</p>
        <label className="keuze">
          <input
            ref={vink}
            type="checkbox"
            name="niemand_kan"
            value="ja"
            aria-describedby="niemand-kan-uitleg"
          />
          <span>{t.niemandKan}</span>
        </label>
      </div>
    </div>
  );
}
