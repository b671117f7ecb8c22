// Which columns the table has.
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { zetWeergave } from './adres';
import { KOLOMMEN, schakelKolom, type Weergave } from './weergave';

const t = nl.zaken;

export function Kolomkeuze({ weergave }: { weergave: Weergave }) {
  return (
    <details className="kolomkeuze">
      <summary>
        <Icoon naam="lijst" />
        {t.kolommen}
      </summary>
      <fieldset className="keuzelijst">
        <legend className="vh">{t.kolommen}</legend>
        {KOLOMMEN.filter((kolom) => kolom !== 'zaak').map((kolom) => (
          <label className="keuze" key={kolom}>
            <input
              type="checkbox"
              checked={weergave.kolommen.includes(kolom)}
              onChange={(event) => zetWeergave(schakelKolom(weergave, kolom, event.target.checked))}
            />
            <span>{t.kolom[kolom]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
