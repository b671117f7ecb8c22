// A resident worries about somebody (KING-SI3). B1; what becomes of it is not told, that would tell of somebody else.
import type { Ik } from '../api/types';
import { Naar, navigeer, Paginakop, useVraag } from '../route';
import { SignaalFormulier } from '../signaal/Formulier';
import { nl } from '../teksten/nl';
import { Knop, knopKlasse } from '../ui/knop';
import { OverUzelf } from './OverUzelf';
import { Schil } from './Schil';

export function SignaalPagina({ ik }: { ik: Ik }) {
  // In the address, so that it is still said when the page is drawn anew.
  const klaar = useVraag().has('gemeld');
  const t = nl.signaal.melden;
  return (
    <Schil titel={klaar ? t.klaarTitel : t.titel} ik={ik}>
      {klaar ? (
        <div data-gemeld>
          <Paginakop key="klaar" titel={t.klaarTitel} focus>
            {t.klaarTitel}
          </Paginakop>
          <p className="lead">{t.klaar}</p>
          <div className="knoppen">
            <Knop soort="tweede" onClick={() => navigeer('/portaal/signaal')}>
              {t.nogEen}
            </Knop>
          </div>
        </div>
      ) : (
        <>
          <Paginakop key="vraag" titel={t.titel}>
            {t.titel}
          </Paginakop>
          <p className="lead">{t.lead}</p>
          <p>
            <strong>{t.gevaar}</strong>
          </p>
          <OverUzelf telefoon={ik.gemeente.telefoon} />
          <SignaalFormulier klaar={() => navigeer('/portaal/signaal?gemeld')} />
        </>
      )}
      <p>
        <Naar className={knopKlasse('stil')} to="/portaal">
          {t.terug}
        </Naar>
      </p>
    </Schil>
  );
}
