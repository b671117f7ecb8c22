// The first step of a melding: who is it about? By name and birth date, or by BSN.
import { type FormEvent, useState } from 'react';
import { stuur } from '../../api/http';
import type { PersoonKort, PersoonVraag, Zoekantwoord } from '../../api/types';
import { leesDatum } from '../../datum';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Dagveld, Foutlijst, type Foutmelding, Tekstveld } from '../../ui/veld';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Gevonden } from './Gevonden';

export function Zoeken({
  concept,
  kies,
  nieuw,
  onbekend,
  kop = nl.melding.voorWie,
}: {
  concept: ConceptVelden;
  kies: (p: PersoonKort) => void;
  nieuw: (vraag: PersoonVraag) => void;
  /** Somebody of whom nobody knows who it is. */
  onbekend?: () => void;
  kop?: string;
}) {
  const [op, setOp] = useState<'bsn' | 'naam'>(concept.lees().op === 'bsn' ? 'bsn' : 'naam');
  const houd = useConceptVelden(concept, op);
  const [vraag, setVraag] = useState<PersoonVraag>();
  const [gevonden, setGevonden] = useState<Zoekantwoord>();
  const [bezig, setBezig] = useState(false);
  const { fouten, beurt, veld, toon } = useFouten();

  const zoek = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bezig) return;
    const data = new FormData(event.currentTarget);
    const found: Foutmelding[] = [];
    let body: PersoonVraag;
    if (op === 'bsn') {
      const bsn = tekst(data, 'bsn').replace(/[\s.]/g, '');
      if (!/^\d{8,9}$/.test(bsn)) found.push({ veld: 'bsn', tekst: nl.melding.bsnFout });
      body = { bsn };
    } else {
      const naam = tekst(data, 'naam');
      const geboortedatum = leesDatum(tekst(data, 'geboortedatum'));
      if (!naam) found.push({ veld: 'naam', tekst: nl.fout.verplicht('een naam') });
      if (!geboortedatum) found.push({ veld: 'geboortedatum', tekst: nl.melding.geboortedatumFout });
      body = { naam, geboortedatum };
    }
    toon(found);
    if (found.length > 0) return;
    setBezig(true);
    try {
      const found = await stuur<Zoekantwoord>('/personen/zoek', body);
      setVraag(body);
      setGevonden(found);
    } catch (error) {
      toon(uitProbleem(error, (v) => (['bsn', 'naam', 'geboortedatum'].includes(v) ? v : undefined)));
    } finally {
      setBezig(false);
    }
  };

  return (
    <section className="sectie" aria-labelledby="voorwie">
      <header>
        <h2 id="voorwie">{kop}</h2>
      </header>
      <form {...houd} onSubmit={zoek} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <fieldset className="zoekop">
          <legend className="label">{nl.melding.zoekOp}</legend>
          {(['naam', 'bsn'] as const).map((keuze) => (
            <label key={keuze} className="keuze">
              <input
                type="radio"
                name="op"
                value={keuze}
                checked={op === keuze}
                onChange={() => setOp(keuze)}
              />
              {keuze === 'bsn' ? nl.melding.opBsn : nl.melding.opNaam}
            </label>
          ))}
        </fieldset>
        {op === 'bsn' ? (
          <Tekstveld
            id="bsn"
            name="bsn"
            label={nl.melding.bsn}
            uitleg={nl.melding.bsnUitleg}
            fout={veld.bsn}
            inputMode="numeric"
            className="invoer--kort kenmerk"
          />
        ) : (
          <>
            <Tekstveld
              id="naam"
              name="naam"
              label={nl.melding.naam}
              uitleg={nl.melding.naamUitleg}
              fout={veld.naam}
            />
            <Dagveld
              id="geboortedatum"
              name="geboortedatum"
              label={nl.melding.geboortedatum}
              uitleg={nl.melding.geboortedatumUitleg}
              fout={veld.geboortedatum}
            />
          </>
        )}
        <div className="knoppen">
          <Knop type="submit" soort={gevonden ? 'tweede' : 'eerst'} icoon="zoek" bezig={bezig}>
            {nl.melding.zoek}
          </Knop>
        </div>
      </form>
      <div role="status">
        {gevonden && (
          <div className="gevonden">
            <Gevonden antwoord={gevonden} kies={kies} />
            <Knop soort={gevonden.items.length === 0 ? 'eerst' : 'stil'} onClick={() => nieuw(vraag ?? {})}>
              {nl.melding.registreer}
            </Knop>
            {onbekend && (
              <Knop soort="stil" onClick={onbekend}>
                {nl.melding.onbekend}
              </Knop>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
