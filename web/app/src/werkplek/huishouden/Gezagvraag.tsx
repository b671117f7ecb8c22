// Who has gezag over a minor, by a decision of a court that somebody has seen.
import { type FormEvent, useState } from 'react';
import type { Gezagsgrond, HuishoudenWat, LidWat, Uitgevoerd } from '../../api/types';
import { leesDatum } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../ui/veld';
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

export function Gezagvraag({ huis, lid, sluit }: { huis: HuishoudenWat; lid: LidWat; sluit: () => void }) {
  const anderen = huis.leden.filter((mens) => mens.persoon.id !== lid.persoon.id);
  const [houder, setHouder] = useState(anderen[0]?.persoon.id ?? ANDER);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const naam = tekst(data, 'houdernaam');
    const gerecht = tekst(data, 'gerecht');
    const uitspraakOp = leesDatum(tekst(data, 'uitspraak_op'));
    const vanaf = leesDatum(tekst(data, 'gezagvanaf'));
    const found: Foutmelding[] = [];
    if (houder === ANDER && !naam) found.push({ veld: 'houdernaam', tekst: nl.fout.verplicht('de naam') });
    if (!gerecht) found.push({ veld: 'gerecht', tekst: nl.fout.verplicht('de rechtbank') });
    if (!uitspraakOp) found.push({ veld: 'uitspraak_op', tekst: nl.huishouden.datumFout });
    if (!vanaf) found.push({ veld: 'gezagvanaf', tekst: nl.huishouden.datumFout });
    toon(found);
    if (found.length > 0) return;
    try {
      const done = await run<Uitgevoerd>(`/personen/${lid.persoon.id}/gezag`, {
        houder: houder === ANDER ? { soort: 'ander', naam } : { soort: 'persoon', persoon: houder },
        grond: tekst(data, 'grond'),
        uitspraak: { gerecht, uitspraak_op: uitspraakOp },
        vanaf,
      });
      if (done) sluit();
    } catch (error) {
      toon(uitProbleem(error, (v) => VELDEN[v]));
    }
  };
  return (
    <Dialoog titel={nl.huishouden.gezagTitel(lid.persoon.naam)} sluit={sluit}>
      <form onSubmit={bewaar} noValidate className="formulier">
        <p>{nl.huishouden.gezagUitleg}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <div className="veld">
          <label className="utrecht-form-label" htmlFor="houder">
            {nl.huishouden.houder}
          </label>
          <select
            id="houder"
            className="invoer"
            value={houder}
            onChange={(event) => setHouder(event.target.value)}
          >
            {anderen.map((mens) => (
              <option key={mens.persoon.id} value={mens.persoon.id}>
                {mens.persoon.naam}
              </option>
            ))}
            <option value={ANDER}>{nl.huishouden.houderAnder}</option>
          </select>
        </div>
        {houder === ANDER && (
          <Tekstveld
            id="houdernaam"
            name="houdernaam"
            label={nl.huishouden.houderNaam}
            fout={veld.houdernaam}
          />
        )}
        <Keuzelijst
          id="grond"
          name="grond"
          label={nl.huishouden.grond}
          opties={GRONDEN.map((grond) => ({ waarde: grond, tekst: nl.huishouden.gronden[grond] }))}
        />
        <Tekstveld id="gerecht" name="gerecht" label={nl.huishouden.gerecht} fout={veld.gerecht} />
        <div className="naast">
          <Tekstveld
            id="uitspraak_op"
            name="uitspraak_op"
            label={nl.huishouden.uitspraakOp}
            fout={veld.uitspraak_op}
          />
          <Tekstveld
            id="gezagvanaf"
            name="gezagvanaf"
            label={nl.huishouden.gezagVanaf}
            fout={veld.gezagvanaf}
          />
        </div>
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.huishouden.bewaar}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}
