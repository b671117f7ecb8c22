// The zaak beside the text, as far as one may see it: at the table there is no time to look elsewhere.
import type { ZaakAntwoord } from '../api/types';
import { datumKort } from '../datum';
import { Naar } from '../route';
import { useNu } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Termijn } from '../ui/termijn';

const t = nl.kantlijn.zaak;

export function Zaakpaneel({ zaak }: { zaak: ZaakAntwoord }) {
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
      {zaak.toegang === 'dat' ? <p className="quiet sm">{t.gedeeltelijk}</p> : <Inhoud zaak={zaak} />}
    </section>
  );
}

type Vol = Exclude<ZaakAntwoord, { toegang: 'dat' }>;

function Inhoud({ zaak }: { zaak: Vol }) {
  const taken = (zaak.taken ?? []).filter((taak) => taak.stap === 'open');
  return (
    <>
      <h3 className="sm">{t.onderwerp}</h3>
      <p className="sm">{zaak.onderwerp}</p>
      {zaak.toelichting && <p className="sm opmerktekst">{zaak.toelichting}</p>}
      {zaak.behandelaars.length > 0 && (
        <>
          <h3 className="sm">{t.behandelaars}</h3>
          <p className="sm">{nl.en(zaak.behandelaars.map((wie) => wie.naam))}</p>
        </>
      )}
      {taken.length > 0 && (
        <>
          <h3 className="sm">{t.taken}</h3>
          <ul className="sm takenkort">
            {taken.map((taak) => (
              <li key={taak.id}>
                {taak.omschrijving} <span className="quiet">{datumKort(taak.dag)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
