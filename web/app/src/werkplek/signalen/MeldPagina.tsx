// Who works here, or with us, reports a signaal (KING-SI3).
import { useState } from 'react';
import type { Ik } from '../../api/types';
import { Paginakop } from '../../route';
import { SignaalFormulier } from '../../signaal/Formulier';
import { nl } from '../../teksten/nl';
import { Knop } from '../../ui/knop';
import { Schil } from '../Schil';

export function MeldPagina({ ik }: { ik: Ik }) {
  const [klaar, setKlaar] = useState(false);
  const t = nl.signaal.melden;
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.menu.werkvoorraad, to: '/' }, { naam: nl.signaal.meldMenu }]}>
      <div className="smal">
        {klaar ? (
          <div data-gemeld>
            <Paginakop key="klaar" titel={t.klaarTitel} focus>
              {t.klaarTitel}
            </Paginakop>
            <p className="lead">{t.klaar}</p>
            <div className="knoppen">
              <Knop soort="tweede" onClick={() => setKlaar(false)}>
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
            <SignaalFormulier klaar={() => setKlaar(true)} />
          </>
        )}
      </div>
    </Schil>
  );
}
