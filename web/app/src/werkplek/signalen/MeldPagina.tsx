// Who works here, or with us, reports a signaal about somebody or about a groep (KING-SI1, KING-SI3).
import { useState } from 'react';
import type { GroepWat, Ik } from '../../api/types';
import { Naar, Paginakop } from '../../route';
import { useView } from '../../rt/hooks';
import { SignaalFormulier } from '../../signaal/Formulier';
import { nl } from '../../teksten/werk';
import { Knop, knopKlasse } from '../../ui/knop';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';

export function MeldPagina({ ik }: { ik: Ik }) {
  const t = nl.signaal.melden;
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.vandaag.menu, to: '/' }, { naam: nl.signaal.meldMenu }]}>
      <div className="smal">
        <Melden titel={t.titel} lead={t.lead} />
      </div>
    </Schil>
  );
}

/** Only who may see the groep gets here; to anybody else it is not there. */
export function GroepMeldPagina({ id, ik }: { id: string; ik: Ik }) {
  const view = useView<GroepWat>(`groep/${id}@wat`);
  const t = nl.signaal.melden;
  if (view.stand === 'weg') return <WegPagina ik={ik} />;
  const namen = view.stand === 'klaar' ? view.b.leden.map((p) => nl.voornaam(p.naam)) : [];
  const groep = view.stand === 'klaar' ? nl.plan.groep.titel(namen) : nl.plan.titel;
  return (
    <Schil
      ik={ik}
      kruimels={[
        { naam: nl.plan.titel, to: '/plannen' },
        { naam: groep, to: `/groepen/${id}` },
        { naam: nl.signaal.meldMenu },
      ]}
    >
      <div className="smal">
        {view.stand === 'klaar' ? (
          <Melden groep={id} titel={t.groepTitel} lead={t.groepLead(nl.en(namen))} />
        ) : (
          <>
            <h1 className="vh">{nl.laden}</h1>
            <Skelet regels={3} />
          </>
        )}
      </div>
    </Schil>
  );
}

function Melden({ groep, titel, lead }: { groep?: string; titel: string; lead: string }) {
  const [klaar, setKlaar] = useState(false);
  const t = nl.signaal.melden;
  return klaar ? (
    <div data-gemeld>
      <Paginakop key="klaar" titel={t.klaarTitel} focus>
        {t.klaarTitel}
      </Paginakop>
      <p className="lead">{t.klaar}</p>
      <div className="knoppen">
        <Knop soort="tweede" onClick={() => setKlaar(false)}>
          {t.nogEen}
        </Knop>
        {groep && (
          <Naar className={knopKlasse('stil')} to={`/groepen/${groep}`}>
            {t.naarGroep}
          </Naar>
        )}
      </div>
    </div>
  ) : (
    <>
      <Paginakop key="vraag" titel={titel}>
        {titel}
      </Paginakop>
      <p className="lead">{lead}</p>
      <SignaalFormulier groep={groep} klaar={() => setKlaar(true)} />
    </>
  );
}
