// With whom one speaks, how one knows that, and how they came. Nothing of it is filled in beforehand: it stands in the report as a fact.
import type { Identiteitscontrole, Kanaal, PersoonKort } from '../../api/types';
import { nl } from '../../teksten/werk';
import { type Fouten, Keuzelijst, Tekstveld } from '../../ui/veld';
import { ANDER, ANONIEM } from './contact';

const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
const CONTROLES: Identiteitscontrole[] = ['identiteitsbewijs', 'controlevragen', 'geen'];

const KIES = { waarde: '', tekst: nl.melding.kiesEerst };

interface WieSpreektProps {
  mensen: PersoonKort[];
  /** Empty until somebody is chosen. */
  spreker: string;
  kies: (spreker: string) => void;
  veld: Fouten;
}

export function WieSpreekt({ mensen, spreker, kies, veld }: WieSpreektProps) {
  return (
    <>
      <div className="naast">
        <Keuzelijst
          id="spreker"
          name="spreker"
          label={nl.balie.spreker}
          value={spreker}
          onChange={(event) => kies(event.target.value)}
          fout={veld.spreker}
          opties={[
            KIES,
            ...mensen.map((mens) => ({ waarde: mens.id, tekst: mens.naam })),
            { waarde: ANDER, tekst: nl.balie.sprekerAnder },
            { waarde: ANONIEM, tekst: nl.balie.sprekerAnoniem },
          ]}
        />
        <Keuzelijst
          id="controle"
          name="controle"
          label={nl.balie.controle}
          fout={veld.controle}
          opties={[KIES, ...CONTROLES.map((c) => ({ waarde: c, tekst: nl.balie.controles[c] }))]}
        />
      </div>
      {spreker === ANDER && (
        <div className="naast">
          <Tekstveld
            id="sprekernaam"
            name="sprekernaam"
            label={nl.balie.sprekerNaam}
            fout={veld.sprekernaam}
            maxLength={200}
          />
          <Tekstveld
            id="sprekerrelatie"
            name="sprekerrelatie"
            label={nl.balie.sprekerRelatie}
            fout={veld.sprekerrelatie}
            optioneel
            maxLength={200}
          />
        </div>
      )}
      {spreker !== '' && spreker !== ANONIEM && (
        <Tekstveld
          id="sprekertelefoon"
          name="sprekertelefoon"
          label={nl.balie.sprekerTelefoon}
          uitleg={nl.balie.sprekerTelefoonUitleg}
          fout={veld.sprekertelefoon}
          type="tel"
          optioneel
        />
      )}
      <Keuzelijst
        id="kanaal"
        name="kanaal"
        label={nl.melding.kanaal}
        fout={veld.kanaal}
        opties={[KIES, ...KANALEN.map((k) => ({ waarde: k, tekst: nl.kanaal[k] }))]}
      />
    </>
  );
}
