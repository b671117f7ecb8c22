// Beside the text: whom it is about, who takes part, and the zaak.
import type { DocumentWat, Ik, PersoonWat, ZaakAntwoord } from '../api/types';
import { nl } from '../teksten/werk';
import { Stoel } from '../ui/stoel';
import { Deelnemers } from './Deelnemers';
import { Zaakpaneel } from './Zaakpaneel';

export interface DossierProps {
  wat: DocumentWat;
  ik: Ik;
  /** Undefined while it is not there, or when one may not see it. */
  persoon: PersoonWat | undefined;
  zaak: ZaakAntwoord | undefined;
}

export function Dossier({ wat, ik, persoon, zaak }: DossierProps) {
  return (
    <div className="dossier">
      {persoon && (
        <section aria-labelledby="doc-inwoner">
          <h2 id="doc-inwoner">{nl.document.inwoner}</h2>
          <div className="mens">
            <Stoel naam={persoon.naam} inwoner />
            <p>
              <strong>{persoon.naam}</strong>
              {persoon.telefoon && (
                <>
                  <br />
                  {persoon.telefoon}
                </>
              )}
            </p>
          </div>
        </section>
      )}
      <Deelnemers wat={wat} ik={ik} />
      {zaak && <Zaakpaneel zaak={zaak} />}
    </div>
  );
}
