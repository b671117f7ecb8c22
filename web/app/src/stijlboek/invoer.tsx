// Buttons, and fields with help, errors and a count.
import { ICONEN, Icoon, type IcoonNaam } from '../ui/Icoon';
import { IcoonKnop, Knop } from '../ui/knop';
import { Dagveld, Foutlijst, Keuzelijst, Tekstveld, Tekstvlak } from '../ui/veld';
import { Vink } from '../ui/vink';
import { Vak } from './Vak';

export function Knoppen() {
  return (
    <Vak titel="Knoppen">
      <div className="knoppen">
        <Knop soort="eerst">Neem besluit</Knop>
        <Knop soort="tweede">Wijs toe</Knop>
        <Knop soort="stil">Nee, terug</Knop>
        <Knop soort="gevaar">Gooi weg</Knop>
      </div>
      <div className="knoppen">
        <Knop soort="eerst" bezig>
          Bezig met opslaan
        </Knop>
        <Knop soort="tweede" icoon="plus">
          Voeg toe
        </Knop>
        <Knop soort="tweede" klein>
          Klein
        </Knop>
        <Knop soort="tweede" aria-disabled="true" aria-describedby="waarom-niet">
          Draag over
        </Knop>
        <span className="sm" id="waarom-niet">
          Overdragen kan pas als Maria getekend heeft.
        </span>
        <IcoonKnop naam="Sluit" icoon="kruis" />
      </div>
      <ul className="iconen">
        {ICONEN.map((naam: IcoonNaam) => (
          <li key={naam} className="sm">
            <Icoon naam={naam} /> {naam}
          </li>
        ))}
      </ul>
    </Vak>
  );
}

const KEUZES = [
  { waarde: 'a', tekst: 'Aan de balie' },
  { waarde: 'b', tekst: 'Per telefoon' },
];
const nooit = () => Promise.resolve();

export function Formulieren() {
  return (
    <Vak titel="Velden">
      <form className="formulier" noValidate onSubmit={(event) => event.preventDefault()}>
        <Foutlijst
          beurt={0}
          fouten={[
            { veld: 'stijl-fout', tekst: 'Vul een onderwerp in.' },
            { veld: 'stijl-dag-fout', tekst: 'Vul een datum in die bestaat, bijvoorbeeld 14-12-2026.' },
          ]}
        />
        <Tekstveld id="stijl-leeg" name="leeg" label="Onderwerp" />
        <Tekstveld
          id="stijl-uitleg"
          name="uitleg"
          label="Onderwerp"
          uitleg="Eén regel, bijvoorbeeld: Hulp in huis."
          optioneel
        />
        <Tekstveld id="stijl-fout" name="fout" label="Onderwerp" fout="Vul een onderwerp in." />
        <Tekstveld
          id="stijl-tel"
          name="tel"
          label="Met een grens"
          tekens={20}
          defaultValue="Dit past er net niet meer in"
        />
        <Dagveld
          id="stijl-dag-fout"
          name="dag"
          label="Uiterlijk op"
          uitleg="Bijvoorbeeld 14-12-2026"
          fout="Vul een datum in die bestaat, bijvoorbeeld 14-12-2026."
        />
        <Tekstvlak id="stijl-vlak" name="vlak" label="Wat ziet of hoort u?" optioneel />
        <Keuzelijst id="stijl-keuze" name="keuze" label="Hoe kwam het binnen?" opties={KEUZES} />
        <fieldset className="utrecht-form-fieldset">
          <legend>Kies één</legend>
          {KEUZES.map(({ waarde, tekst }) => (
            <label className="keuze" key={waarde}>
              <input type="radio" name="radio" defaultChecked={waarde === 'a'} /> {tekst}
            </label>
          ))}
        </fieldset>
        <Vink wat="School bellen" naam="Gedaan: School bellen" zet={nooit} />
      </form>
    </Vak>
  );
}
