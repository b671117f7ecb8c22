// Somebody comes to live there, maybe while the BRP has them elsewhere; somebody goes.
import { type FormEvent, useState } from 'react';
import { stuur } from '../../api/http';
import type {
  HuishoudenWat,
  LidWat,
  PersoonKort,
  Uitgevoerd,
  Verblijfsbron,
  Zoekantwoord,
} from '../../api/types';
import { leesDatum, leesGeboortedatum } from '../../datum';
import { nu } from '../../klok';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Dagveld, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Gevonden } from '../melding/Gevonden';
import { Vraagdialoog } from '../Vraagdialoog';

const BRONNEN: Verblijfsbron[] = ['eigen_verklaring', 'huisbezoek', 'rechterlijke_uitspraak', 'ketenpartner'];

export function Bijkomen({ huis, sluit }: { huis: HuishoudenWat; sluit: () => void }) {
  const [persoon, setPersoon] = useState<PersoonKort>();
  return (
    <Dialoog titel={nl.huishouden.erbijTitel} sluit={sluit}>
      {persoon ? <Hoe huis={huis} persoon={persoon} sluit={sluit} /> : <Wie kies={setPersoon} />}
    </Dialoog>
  );
}

function Wie({ kies }: { kies: (p: PersoonKort) => void }) {
  const [gevonden, setGevonden] = useState<Zoekantwoord>();
  const { fouten, beurt, veld, toon } = useFouten();
  const [bezig, setBezig] = useState(false);

  const zoek = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setGevonden(undefined);
    const data = new FormData(event.currentTarget);
    const naam = tekst(data, 'naam');
    const geboortedatum = leesGeboortedatum(tekst(data, 'geboortedatum'), nu());
    const found: Foutmelding[] = [];
    if (!naam) found.push({ veld: 'erbij-naam', tekst: nl.fout.verplicht('een naam') });
    if (!geboortedatum)
      found.push({
        veld: 'erbij-geboren',
        tekst: nl.melding.geboortedatumFout(tekst(data, 'geboortedatum')),
      });
    toon(found);
    if (found.length > 0) return;
    setBezig(true);
    try {
      setGevonden(await stuur<Zoekantwoord>('/personen/zoek', { naam, geboortedatum }));
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    } finally {
      setBezig(false);
    }
  };
  return (
    <>
      <form onSubmit={zoek} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstveld id="erbij-naam" name="naam" label={nl.melding.naam} fout={veld['erbij-naam']} />
        <Tekstveld
          id="erbij-geboren"
          name="geboortedatum"
          label={nl.melding.geboortedatum}
          uitleg={nl.melding.geboortedatumUitleg}
          fout={veld['erbij-geboren']}
          className="invoer--kort"
        />
        <div className="knoppen">
          <Knop type="submit" soort="tweede" icoon="zoek" bezig={bezig}>
            {nl.melding.zoek}
          </Knop>
          <Terugknop />
        </div>
      </form>
      <div role="status" className="gevonden">
        {gevonden && <Gevonden antwoord={gevonden} kies={kies} />}
      </div>
    </>
  );
}

function Hoe({ huis, persoon, sluit }: { huis: HuishoudenWat; persoon: PersoonKort; sluit: () => void }) {
  const [afwijkend, setAfwijkend] = useState(true);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, mis } = lees(new FormData(event.currentTarget), persoon.id, afwijkend);
    toon(mis);
    if (mis.length > 0) return;
    try {
      const pad = `/huishoudens/${huis.id}/${afwijkend ? 'verblijf' : 'leden'}`;
      if (await run<Uitgevoerd>(pad, body)) sluit();
    } catch (error) {
      toon(uitProbleem(error, (v) => (['vanaf', 'toelichting'].includes(v) ? v : undefined)));
    }
  };
  return (
    <form onSubmit={bewaar} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <p>
        <strong>{persoon.naam}</strong>
      </p>
      <Afwijkend afwijkend={afwijkend} zet={setAfwijkend} />
      <Tekstveld
        id="vanaf"
        name="vanaf"
        label={nl.huishouden.vanaf}
        uitleg={nl.melding.geboortedatumUitleg}
        fout={veld.vanaf}
        optioneel={!afwijkend}
        className="invoer--kort"
      />
      {afwijkend && (
        <>
          <Tekstvlak
            id="toelichting"
            name="toelichting"
            label={nl.huishouden.toelichting}
            uitleg={nl.huishouden.toelichtingUitleg}
            fout={veld.toelichting}
            rows={2}
          />
          <Keuzelijst
            id="bron"
            name="bron"
            label={nl.huishouden.waarvan}
            opties={BRONNEN.map((bron) => ({ waarde: bron, tekst: nl.huishouden.bronnen[bron] }))}
          />
        </>
      )}
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {nl.huishouden.bewaar}
        </Knop>
        <Terugknop />
      </div>
    </form>
  );
}

interface AfwijkendProps {
  afwijkend: boolean;
  zet: (afwijkend: boolean) => void;
}

/** Whether the BRP has them elsewhere. */
function Afwijkend({ afwijkend, zet }: AfwijkendProps) {
  return (
    <fieldset className="zoekop">
      <legend className="label">{nl.huishouden.hoe}</legend>
      {([true, false] as const).map((keuze) => (
        <label key={String(keuze)} className="keuze">
          <input type="radio" checked={afwijkend === keuze} onChange={() => zet(keuze)} />
          {keuze ? nl.huishouden.hoeAfwijkend : nl.huishouden.hoeZo}
        </label>
      ))}
    </fieldset>
  );
}

/** What was filled in, and what is missing in it. `afwijkend`: the BRP has them elsewhere. */
function lees(data: FormData, persoon: string, afwijkend: boolean): { body: object; mis: Foutmelding[] } {
  const getypt = tekst(data, 'vanaf');
  const vanaf = getypt ? leesDatum(getypt) : undefined;
  const toelichting = tekst(data, 'toelichting');
  const mis: Foutmelding[] = [];
  if ((getypt || afwijkend) && !vanaf) mis.push({ veld: 'vanaf', tekst: nl.huishouden.datumFout });
  if (afwijkend && !toelichting) {
    mis.push({ veld: 'toelichting', tekst: nl.fout.verplicht('waarom deze persoon hier woont') });
  }
  const body = afwijkend
    ? { persoon, vanaf, toelichting, bron: tekst(data, 'bron') }
    : { persoon, bron: 'brp', ...(vanaf ? { vanaf } : {}) };
  return { body, mis };
}

export function Vertrek({ huis, lid, sluit }: { huis: HuishoudenWat; lid: LidWat; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  return (
    <Vraagdialoog
      titel={nl.huishouden.vertrek(lid.persoon.naam)}
      knop={nl.huishouden.bewaar}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
      lees={(data) => {
        const op = leesDatum(tekst(data, 'op'));
        if (!op) return { fouten: [{ veld: 'op', tekst: nl.huishouden.datumFout }] };
        return { body: { persoon: lid.persoon.id, op } };
      }}
      doe={(body) => run<Uitgevoerd>(`/huishoudens/${huis.id}/vertrek`, body)}
      velden={{ op: 'op' }}
    >
      {(fout) => (
        <Dagveld
          id="op"
          name="op"
          label={nl.huishouden.vertrekOp}
          uitleg={nl.melding.geboortedatumUitleg}
          fout={fout.op}
        />
      )}
    </Vraagdialoog>
  );
}
