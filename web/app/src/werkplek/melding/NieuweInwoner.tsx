// A resident who is not known yet, registered on the way to a melding.
import type { FormEvent } from 'react';
import type { AdresWat, NieuwePersoon, PersoonKort, PersoonVraag, Uitgevoerd } from '../../api/types';
import { leesGeboortedatum } from '../../datum';
import { nu } from '../../klok';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding, Tekstveld, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { hoofdletters } from './hoofdletters';

const INWONER_VELDEN = [
  'bsn',
  'voornamen',
  'voorvoegsel',
  'achternaam',
  'geboortedatum',
  'telefoon',
  'straat',
  'huisnummer',
  'postcode',
  'plaats',
];

export function NieuweInwoner({
  concept,
  terugVanElders,
  vraag,
  terug,
  klaar,
}: {
  concept: ConceptVelden;
  terugVanElders: boolean;
  vraag: PersoonVraag;
  terug: () => void;
  klaar: (p: PersoonKort) => void;
}) {
  const kop = useFocusBij<HTMLHeadingElement>(0, terugVanElders);
  const houd = useConceptVelden(concept);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, mis } = lees(new FormData(event.currentTarget));
    toon(mis);
    if (mis.length > 0) return;
    try {
      const done = await run<Uitgevoerd>('/personen', body);
      if (!done) return;
      const naam = [body.voornamen, body.voorvoegsel, body.achternaam].filter(Boolean).join(' ');
      klaar({ id: done.id, naam, geboortedatum: body.geboortedatum ?? null });
    } catch (error) {
      toon(
        uitProbleem(error, (v) => {
          const naam = v.replace(/^adres\./, '');
          return INWONER_VELDEN.includes(naam) ? naam : undefined;
        }),
      );
    }
  };

  return (
    <section className="sectie" aria-labelledby="nieuweinwoner">
      <header>
        <h2 id="nieuweinwoner" ref={kop} tabIndex={-1}>
          {nl.melding.nieuwTitel}
        </h2>
      </header>
      <form {...houd} onSubmit={bewaar} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Persoonsvelden vraag={vraag} veld={veld} />
        <Adresvelden veld={veld} />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.melding.bewaarInwoner}
          </Knop>
          <Knop soort="stil" onClick={terug}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </section>
  );
}

/** Where who typed it can see it, before anything is sent. */
function metHoofdletters({ currentTarget: veld }: { currentTarget: HTMLInputElement }) {
  const beter = hoofdletters(veld.value);
  if (beter === veld.value) return;
  veld.value = beter;
  // As if it was typed: a concept keeps it too.
  veld.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Who it is, with what was looked for filled in already. */
function Persoonsvelden({ vraag, veld }: { vraag: PersoonVraag; veld: Fouten }) {
  return (
    <>
      <Tekstveld
        id="voornamen"
        name="voornamen"
        label={nl.melding.voornamen}
        fout={veld.voornamen}
        onBlur={metHoofdletters}
      />
      <div className="naast">
        <Tekstveld
          id="voorvoegsel"
          name="voorvoegsel"
          label={nl.melding.voorvoegsel}
          fout={veld.voorvoegsel}
          optioneel
        />
        <Tekstveld
          id="achternaam"
          name="achternaam"
          label={nl.melding.achternaam}
          fout={veld.achternaam}
          onBlur={metHoofdletters}
          defaultValue={vraag.naam ? hoofdletters(vraag.naam) : undefined}
        />
      </div>
      <Tekstveld
        id="geboortedatum"
        name="geboortedatum"
        label={nl.melding.geboortedatum}
        uitleg={nl.melding.geboortedatumUitleg}
        fout={veld.geboortedatum}
        optioneel
        className="invoer--kort"
        defaultValue={vraag.geboortedatum?.split('-').reverse().join('-')}
      />
      <Tekstveld
        id="bsn"
        name="bsn"
        label={nl.melding.bsn}
        uitleg={nl.melding.bsnUitleg}
        fout={veld.bsn}
        optioneel
        className="invoer--kort kenmerk"
        defaultValue={vraag.bsn ?? undefined}
      />
      <Tekstveld
        id="telefoon"
        name="telefoon"
        type="tel"
        label={nl.melding.telefoon}
        uitleg={nl.melding.telefoonUitleg}
        fout={veld.telefoon}
        optioneel
        className="invoer--kort"
      />
    </>
  );
}

function Adresvelden({ veld }: { veld: Fouten }) {
  return (
    <fieldset className="stapel">
      <legend className="label">
        {nl.melding.adres} <span className="hoeftniet">{nl.hoeftNiet}</span>
      </legend>
      <div className="naast naast--breedsmal">
        <Tekstveld id="straat" name="straat" label={nl.melding.straat} fout={veld.straat} />
        <Tekstveld id="huisnummer" name="huisnummer" label={nl.melding.huisnummer} fout={veld.huisnummer} />
      </div>
      <div className="naast naast--smalbreed">
        <Tekstveld id="postcode" name="postcode" label={nl.melding.postcode} fout={veld.postcode} />
        <Tekstveld id="plaats" name="plaats" label={nl.melding.plaats} fout={veld.plaats} />
      </div>
    </fieldset>
  );
}

/** What was filled in, and what is missing in it: of an address all or nothing. */
function lees(data: FormData): { body: NieuwePersoon; mis: Foutmelding[] } {
  const voornamen = tekst(data, 'voornamen');
  const achternaam = tekst(data, 'achternaam');
  const geboren = tekst(data, 'geboortedatum');
  const geboortedatum = geboren ? leesGeboortedatum(geboren, nu()) : undefined;
  const adres: AdresWat = {
    straat: tekst(data, 'straat'),
    huisnummer: tekst(data, 'huisnummer'),
    postcode: tekst(data, 'postcode'),
    plaats: tekst(data, 'plaats'),
  };
  const ingevuld = Object.values(adres).filter(Boolean).length;
  const mis: Foutmelding[] = [];
  if (!voornamen) mis.push({ veld: 'voornamen', tekst: nl.fout.verplicht('de voornamen') });
  if (!achternaam) mis.push({ veld: 'achternaam', tekst: nl.fout.verplicht('de achternaam') });
  if (geboren && !geboortedatum)
    mis.push({ veld: 'geboortedatum', tekst: nl.melding.geboortedatumFout(geboren) });
  if (ingevuld > 0 && ingevuld < 4) {
    const leeg = (Object.keys(adres) as (keyof AdresWat)[]).find((k) => !adres[k]);
    mis.push({ veld: leeg, tekst: nl.melding.adresFout });
  }
  const body: NieuwePersoon = {
    voornamen,
    achternaam,
    ...(tekst(data, 'bsn') ? { bsn: tekst(data, 'bsn').replace(/[\s.]/g, '') } : {}),
    ...(tekst(data, 'voorvoegsel') ? { voorvoegsel: tekst(data, 'voorvoegsel') } : {}),
    ...(geboortedatum ? { geboortedatum } : {}),
    ...(tekst(data, 'telefoon') ? { telefoon: tekst(data, 'telefoon') } : {}),
    ...(ingevuld === 4 ? { adres } : {}),
  };
  return { body, mis };
}
