// Who has gezag over a minor, by a decision of a court that somebody has seen.
import { type FormEvent, useState } from 'react';
import type { Gezagsgrond, HuishoudenWat, LidWat, Uitgevoerd } from '../../api/types';
import { leesDatum } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Dagveld, type Fouten, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';

const GRONDEN: Gezagsgrond[] = ['voogdij', 'tijdelijke_voogdij', 'ouderlijk_gezag', 'gezamenlijk_gezag'];
const ANDER = 'ander';
const VELDEN: Record<string, string> = {
  'houder.naam': 'houdernaam',
  'uitspraak.gerecht': 'gerecht',
  'uitspraak.uitspraak_op': 'uitspraak_op',
  vanaf: 'gezagvanaf',
};

/** Days that cannot be, as the rules of gezag say. */
const CODES: Record<string, string> = {
  'persoon.gezag_periode': 'gezagvanaf',
  'persoon.gezag_meerderjarig': 'gezagvanaf',
  'persoon.gezag_uitspraak': 'uitspraak_op',
};

export function Gezagvraag({ huis, lid, sluit }: { huis: HuishoudenWat; lid: LidWat; sluit: () => void }) {
  const anderen = huis.leden.filter((mens) => mens.persoon.id !== lid.persoon.id);
  const [houder, setHouder] = useState(anderen[0]?.persoon.id ?? ANDER);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, mis } = lees(new FormData(event.currentTarget), houder);
    toon(mis);
    if (mis.length > 0) return;
    try {
      if (await run<Uitgevoerd>(`/personen/${lid.persoon.id}/gezag`, body)) sluit();
    } catch (error) {
      toon(uitProbleem(error, (v) => VELDEN[v], CODES));
    }
  };
  return (
    <Dialoog titel={nl.huishouden.gezagTitel(lid.persoon.naam)} sluit={sluit}>
      <form onSubmit={bewaar} noValidate className="formulier">
        <p>{nl.huishouden.gezagUitleg}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Houder anderen={anderen} houder={houder} zet={setHouder} fout={veld.houdernaam} />
        <Uitspraak veld={veld} />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.huishouden.bewaar}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

interface HouderProps {
  /** The others who live there. */
  anderen: LidWat[];
  houder: string;
  zet: (houder: string) => void;
  fout: string | undefined;
}

/** Who has it: somebody of the huishouden, or another by name. */
function Houder({ anderen, houder, zet, fout }: HouderProps) {
  return (
    <>
      <div className="veld">
        <label className="utrecht-form-label" htmlFor="houder">
          {nl.huishouden.houder}
        </label>
        <select id="houder" className="invoer" value={houder} onChange={(event) => zet(event.target.value)}>
          {anderen.map((mens) => (
            <option key={mens.persoon.id} value={mens.persoon.id}>
              {mens.persoon.naam}
            </option>
          ))}
          <option value={ANDER}>{nl.huishouden.houderAnder}</option>
        </select>
      </div>
      {houder === ANDER && (
        <Tekstveld id="houdernaam" name="houdernaam" label={nl.huishouden.houderNaam} fout={fout} />
      )}
    </>
  );
}

/** By which decision, and since when. */
function Uitspraak({ veld }: { veld: Fouten }) {
  return (
    <>
      <Keuzelijst
        id="grond"
        name="grond"
        label={nl.huishouden.grond}
        opties={GRONDEN.map((grond) => ({ waarde: grond, tekst: nl.huishouden.gronden[grond] }))}
      />
      <Tekstveld id="gerecht" name="gerecht" label={nl.huishouden.gerecht} fout={veld.gerecht} />
      <div className="naast">
        <Dagveld
          id="uitspraak_op"
          name="uitspraak_op"
          label={nl.huishouden.uitspraakOp}
          uitleg={nl.huishouden.datumUitleg}
          fout={veld.uitspraak_op}
        />
        <Dagveld
          id="gezagvanaf"
          name="gezagvanaf"
          label={nl.huishouden.gezagVanaf}
          uitleg={nl.huishouden.datumUitleg}
          fout={veld.gezagvanaf}
        />
      </div>
    </>
  );
}

/** What was filled in, and what is missing in it. */
function lees(data: FormData, houder: string): { body: object; mis: Foutmelding[] } {
  const naam = tekst(data, 'houdernaam');
  const gerecht = tekst(data, 'gerecht');
  const uitspraakOp = leesDatum(tekst(data, 'uitspraak_op'));
  const vanaf = leesDatum(tekst(data, 'gezagvanaf'));
  const mis: Foutmelding[] = [];
  if (houder === ANDER && !naam) mis.push({ veld: 'houdernaam', tekst: nl.fout.verplicht('de naam') });
  if (!gerecht) mis.push({ veld: 'gerecht', tekst: nl.fout.verplicht('de rechtbank') });
  if (!uitspraakOp) mis.push({ veld: 'uitspraak_op', tekst: nl.huishouden.uitspraakFout });
  if (!vanaf) mis.push({ veld: 'gezagvanaf', tekst: nl.huishouden.gezagVanafFout });
  const body = {
    houder: houder === ANDER ? { soort: 'ander', naam } : { soort: 'persoon', persoon: houder },
    grond: tekst(data, 'grond'),
    uitspraak: { gerecht, uitspraak_op: uitspraakOp },
    vanaf,
  };
  return { body, mis };
}
