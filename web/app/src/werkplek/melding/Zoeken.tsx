// The first step of a melding: who is it about? By name and birth date, or by BSN.
import { type FormEvent, useState } from 'react';
import { stuur } from '../../api/http';
import type { PersoonKort, PersoonVraag, Zoekantwoord } from '../../api/types';
import { leesGeboortedatum } from '../../datum';
import { nu } from '../../klok';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Dagveld, type Fouten, Foutlijst, type Foutmelding, Tekstveld } from '../../ui/veld';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Gevonden } from './Gevonden';

type ZoekOp = 'bsn' | 'naam';

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
  const [op, setOp] = useState<ZoekOp>(concept.lees().op === 'bsn' ? 'bsn' : 'naam');
  const houd = useConceptVelden(concept, op);
  const [vraag, setVraag] = useState<PersoonVraag>();
  const [gevonden, setGevonden] = useState<Zoekantwoord>();
  const [bezig, setBezig] = useState(false);
  const { fouten, beurt, veld, toon } = useFouten();

  const zoek = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bezig) return;
    // What an earlier question gave is no answer to this one.
    setGevonden(undefined);
    const { body, mis } = lees(new FormData(event.currentTarget), op);
    toon(mis);
    if (mis.length > 0) return;
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

  const anders = (keuze: ZoekOp) => {
    setOp(keuze);
    setGevonden(undefined);
  };

  return (
    <section className="sectie" aria-labelledby="voorwie">
      <header>
        <h2 id="voorwie">{kop}</h2>
      </header>
      <form {...houd} onSubmit={zoek} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Zoekvelden op={op} zet={anders} veld={veld} />
        <div className="knoppen">
          <Knop type="submit" soort={gevonden ? 'tweede' : 'eerst'} icoon="zoek" bezig={bezig}>
            {nl.melding.zoek}
          </Knop>
        </div>
      </form>
      <Uitkomst gevonden={gevonden} kies={kies} nieuw={() => nieuw(vraag ?? {})} onbekend={onbekend} />
    </section>
  );
}

interface UitkomstProps {
  gevonden: Zoekantwoord | undefined;
  kies: (p: PersoonKort) => void;
  nieuw: () => void;
  onbekend?: () => void;
}

/** Who was found, and what one does when it is none of them. */
function Uitkomst({ gevonden, kies, nieuw, onbekend }: UitkomstProps) {
  return (
    <div role="status">
      {gevonden && (
        <div className="gevonden">
          <Gevonden antwoord={gevonden} kies={kies} />
          <Anders niemand={gevonden.items.length === 0} nieuw={nieuw} onbekend={onbekend} />
        </div>
      )}
    </div>
  );
}

interface AndersProps {
  /** Nobody was found. */
  niemand: boolean;
  nieuw: () => void;
  onbekend?: () => void;
}

/** When it is none of those that were found. */
function Anders({ niemand, nieuw, onbekend }: AndersProps) {
  return (
    <>
      <Knop soort={niemand ? 'eerst' : 'stil'} onClick={nieuw}>
        {nl.melding.registreer}
      </Knop>
      {onbekend && (
        <Knop soort="stil" onClick={onbekend}>
          {nl.melding.onbekend}
        </Knop>
      )}
    </>
  );
}

interface ZoekveldenProps {
  op: ZoekOp;
  zet: (op: ZoekOp) => void;
  veld: Fouten;
}

function Zoekvelden({ op, zet, veld }: ZoekveldenProps) {
  return (
    <>
      <fieldset className="zoekop">
        <legend className="label">{nl.melding.zoekOp}</legend>
        {(['naam', 'bsn'] as const).map((keuze) => (
          <label key={keuze} className="keuze">
            <input type="radio" name="op" value={keuze} checked={op === keuze} onChange={() => zet(keuze)} />
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
    </>
  );
}

/** What to ask, and what is missing in it. */
function lees(data: FormData, op: ZoekOp): { body: PersoonVraag; mis: Foutmelding[] } {
  const mis: Foutmelding[] = [];
  if (op === 'bsn') {
    const bsn = tekst(data, 'bsn').replace(/[\s.]/g, '');
    if (!/^\d{8,9}$/.test(bsn)) mis.push({ veld: 'bsn', tekst: nl.melding.bsnFout });
    return { body: { bsn }, mis };
  }
  const naam = tekst(data, 'naam');
  const geboortedatum = leesGeboortedatum(tekst(data, 'geboortedatum'), nu());
  if (!naam) mis.push({ veld: 'naam', tekst: nl.fout.verplicht('een naam') });
  if (!geboortedatum)
    mis.push({ veld: 'geboortedatum', tekst: nl.melding.geboortedatumFout(tekst(data, 'geboortedatum')) });
  return { body: { naam, geboortedatum }, mis };
}
