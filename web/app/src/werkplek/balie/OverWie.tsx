// About whom the meldingen of a contact are, and a melding for each who is ticked.
import { useState } from 'react';
import type { Ik, MedewerkerKort, PersoonKort, Urgentie, ZaaktypeWat } from '../../api/types';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Stoel } from '../../ui/stoel';
import { type Fouten, Keuzelijst, Tekstveld } from '../../ui/veld';
import { eerstUitVak } from '../Medewerkerkeuze';
import { ONDERWERP_MAX } from '../melding/onderwerp';
import { gewoonlijk } from './contact';

const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];
/** Who may hand on what they took in; the server decides, this only keeps a useless choice off the page. */
const DEELT_UIT = new Set(['frontoffice', 'kcc', 'regisseur']);

interface Keuzes {
  ik: Ik;
  zaaktypen: ZaaktypeWat[] | undefined;
  medewerkers: MedewerkerKort[] | undefined;
  veld: Fouten;
}

interface OverWieProps extends Keuzes {
  mensen: PersoonKort[];
  over: ReadonlySet<string>;
  vink: (id: string, aan: boolean) => void;
}

export function OverWie({ mensen, over, vink, ...keuzes }: OverWieProps) {
  return (
    <section className="sectie" aria-labelledby="meldingen">
      <header>
        <h2 id="meldingen">{nl.balie.overWie}</h2>
      </header>
      <fieldset className="keuzelijst keuzelijst--rij">
        <legend className="vh">{nl.balie.overWie}</legend>
        {mensen.map((mens) => (
          <label key={mens.id} className="keuze keuze--mens">
            <input
              type="checkbox"
              id={`over-${mens.id}`}
              checked={over.has(mens.id)}
              onChange={(event) => vink(mens.id, event.target.checked)}
            />
            <Stoel naam={mens.naam} inwoner klein />
            <span>{mens.naam}</span>
          </label>
        ))}
      </fieldset>
      {mensen
        .filter((mens) => over.has(mens.id))
        .map((mens) => (
          <Meldingvak key={mens.id} mens={mens} {...keuzes} />
        ))}
    </section>
  );
}

function Meldingvak({ mens, ik, zaaktypen, medewerkers, veld }: Keuzes & { mens: PersoonKort }) {
  const now = useNu();
  // Who works in the field of law of the melding comes first among the colleagues.
  const [soort, setSoort] = useState<string>(gewoonlijk(mens, now));
  const vak = zaaktypen?.find((z) => z.code === soort)?.wet;
  return (
    <fieldset className="meldingvak" data-melding={mens.id}>
      <legend className="label">{nl.balie.meldingOver(mens.naam)}</legend>
      <div className="naast">
        <Keuzelijst
          id={`zaaktype-${mens.id}`}
          name={`zaaktype-${mens.id}`}
          label={nl.melding.zaaktype}
          defaultValue={gewoonlijk(mens, now)}
          opties={(zaaktypen ?? []).map((z) => ({ waarde: z.code, tekst: z.naam }))}
          onChange={(event) => setSoort(event.target.value)}
          key={zaaktypen ? 'klaar' : 'laden'}
        />
        <Keuzelijst
          id={`urgentie-${mens.id}`}
          name={`urgentie-${mens.id}`}
          label={nl.melding.urgentie}
          opties={URGENTIES.map((u) => ({ waarde: u, tekst: nl.urgentie[u] }))}
        />
      </div>
      <Tekstveld
        id={`onderwerp-${mens.id}`}
        name={`onderwerp-${mens.id}`}
        label={nl.melding.onderwerp}
        fout={veld[`onderwerp-${mens.id}`]}
        tekens={ONDERWERP_MAX}
      />
      {DEELT_UIT.has(ik.rol) && (
        <Keuzelijst
          id={`naar-${mens.id}`}
          name={`naar-${mens.id}`}
          label={nl.balie.naar}
          opties={[
            { waarde: '', tekst: nl.balie.werkvoorraad },
            ...eerstUitVak(medewerkers ?? [], vak).map((m) => ({
              waarde: m.id,
              tekst: `${m.naam}, ${nl.caseload.functie(m.rol_naam, m.team)}`,
            })),
          ]}
        />
      )}
    </fieldset>
  );
}
