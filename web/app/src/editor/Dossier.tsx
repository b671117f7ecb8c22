// Beside the text: whom it is about, who takes part, and the zaak.
import type { DocumentWat, Ik, PersoonWat, ZaakAntwoord } from '../api/types';
import { Naar } from '../route';
import { useNu } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Stoel } from '../ui/stoel';
import { Termijn } from '../ui/termijn';

export interface DossierProps {
  wat: DocumentWat;
  ik: Ik;
  /** Undefined while it is not there, or when one may not see it. */
  persoon: PersoonWat | undefined;
  zaak: ZaakAntwoord | undefined;
}

export function Dossier({ wat, ik, persoon, zaak }: DossierProps) {
  return (
    <aside className="dossier" aria-label={nl.zaak.gegevens}>
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
      <section aria-labelledby="doc-deelnemers">
        <h2 id="doc-deelnemers">{nl.document.deelnemers}</h2>
        {wat.deelnemers.map((d) => (
          <div className="mens" key={d.id}>
            <Stoel naam={d.naam} id={d.id} />
            <p>{d.id === ik.id ? nl.zaak.u(d.naam) : d.naam}</p>
          </div>
        ))}
      </section>
      {zaak && <Bij zaak={zaak} />}
    </aside>
  );
}

function Bij({ zaak }: { zaak: ZaakAntwoord }) {
  const now = useNu();
  return (
    <section aria-labelledby="doc-zaak">
      <h2 id="doc-zaak">{nl.document.zaken}</h2>
      <p>
        <Naar to={`/zaken/${zaak.id}`}>{nl.document.zaak(zaak.zaaknummer)}</Naar>
        <br />
        <span className="quiet sm">
          {zaak.zaaktype_naam}, {nl.status[zaak.status].toLowerCase()}
        </span>
      </p>
      <p>
        <Termijn uiterlijkOp={zaak.uiterlijk_op} now={now} />
      </p>
    </section>
  );
}
