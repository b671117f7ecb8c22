// The first step of a melding: who is it about? By name and birth date, or by BSN.
import { type FormEvent, useState } from 'react';
import { stuur } from '../../api/http';
import type { PersoonKort, PersoonVraag } from '../../api/types';
import { datumLang, leesDatum } from '../../datum';
import { nl } from '../../teksten/nl';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Foutlijst, type Foutmelding, Tekstveld } from '../../ui/veld';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';

export function Zoeken({
  concept,
  kies,
  nieuw,
}: {
  concept: ConceptVelden;
  kies: (p: PersoonKort) => void;
  nieuw: (vraag: PersoonVraag) => void;
}) {
  const [op, setOp] = useState<'bsn' | 'naam'>(concept.lees().op === 'bsn' ? 'bsn' : 'naam');
  const houd = useConceptVelden(concept, op);
  const [vraag, setVraag] = useState<PersoonVraag>();
  const [gevonden, setGevonden] = useState<PersoonKort[]>();
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
      const { items } = await stuur<{ items: PersoonKort[] }>('/personen/zoek', body);
      setVraag(body);
      setGevonden(items);
    } catch (error) {
      toon(uitProbleem(error, (v) => (['bsn', 'naam', 'geboortedatum'].includes(v) ? v : undefined)));
    } finally {
      setBezig(false);
    }
  };

  return (
    <section className="sectie" aria-labelledby="voorwie">
      <header>
        <h2 id="voorwie">{nl.melding.voorWie}</h2>
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
            <Tekstveld
              id="geboortedatum"
              name="geboortedatum"
              label={nl.melding.geboortedatum}
              uitleg={nl.melding.geboortedatumUitleg}
              fout={veld.geboortedatum}
              className="invoer--kort"
              inputMode="numeric"
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
            <h3>{gevonden.length === 0 ? nl.melding.niemand : nl.melding.gevonden(gevonden.length)}</h3>
            {gevonden.length === 0 && <p>{nl.melding.niemandUitleg}</p>}
            <ul>
              {gevonden.map((p) => (
                <li key={p.id} className="rij gevondenrij">
                  <Stoel naam={p.naam} inwoner />
                  <p>
                    <strong>{p.naam}</strong>
                    {p.geboortedatum && (
                      <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
                    )}
                  </p>
                  <Knop soort="tweede" onClick={() => kies(p)}>
                    {nl.melding.kies(p.naam)}
                  </Knop>
                </li>
              ))}
            </ul>
            <Knop soort={gevonden.length === 0 ? 'eerst' : 'stil'} onClick={() => nieuw(vraag ?? {})}>
              {nl.melding.registreer}
            </Knop>
          </div>
        )}
      </div>
    </section>
  );
}
