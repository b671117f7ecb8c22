// Somebody of whom nobody knows who it is: what is known is written down, and a name can come later.
import type { FormEvent } from 'react';
import type { PersoonKort, Uitgevoerd } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Foutlijst, Tekstveld, Tekstvlak, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';

export function Onbekende({ terug, klaar }: { terug: () => void; klaar: (p: PersoonKort) => void }) {
  const kop = useFocusBij<HTMLHeadingElement>(0);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const beschrijving = tekst(data, 'beschrijving');
    const telefoon = tekst(data, 'telefoon');
    const leeg = { veld: 'beschrijving', tekst: nl.fout.verplicht('wat u weet') };
    toon(beschrijving ? [] : [leeg]);
    if (!beschrijving) return;
    try {
      const body = { beschrijving, ...(telefoon ? { telefoon } : {}) };
      const done = await run<Uitgevoerd>('/personen/onbekend', body);
      if (done) klaar({ id: done.id, naam: nl.melding.onbekendePersoon, geboortedatum: null, beschrijving });
    } catch (error) {
      toon(uitProbleem(error, (v) => (['beschrijving', 'telefoon'].includes(v) ? v : undefined)));
    }
  };

  return (
    <section className="sectie" aria-labelledby="onbekende">
      <header>
        <h2 id="onbekende" ref={kop} tabIndex={-1}>
          {nl.melding.onbekendTitel}
        </h2>
      </header>
      <form onSubmit={bewaar} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstvlak
          id="beschrijving"
          name="beschrijving"
          label={nl.melding.beschrijving}
          uitleg={nl.melding.beschrijvingUitleg}
          fout={veld.beschrijving}
          rows={3}
        />
        <Tekstveld
          id="telefoon"
          name="telefoon"
          type="tel"
          label={nl.melding.telefoon}
          fout={veld.telefoon}
          optioneel
          className="invoer--kort"
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.melding.bewaarOnbekende}
          </Knop>
          <Knop soort="stil" onClick={terug}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </section>
  );
}
