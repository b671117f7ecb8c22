// A groep: who is in it, who stands around it (KING-G2), and the plan that begins here (KING-PL1).
import { type FormEvent, useEffect, useState } from 'react';
import { Probleem } from '../../../api/http';
import type { GroepWat, Ik, PersoonKort, Uitgevoerd } from '../../../api/types';
import { datumLang } from '../../../datum';
import { Naar, navigeer, Paginakop } from '../../../route';
import { useOpdracht, useView } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { IcoonKnop, Knop, knopKlasse } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';
import { Foutlijst, Tekstveld } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';
import { PersoonZoeken } from '../../PersoonZoeken';
import { Skelet, WegPagina } from '../../randpaginas';
import { Schil } from '../../Schil';
import { Aanleiding } from '../../signalen/Aanleiding';
import { Lidnaam, useHuizen } from '../Lidnaam';

export function GroepPagina({ id, ik }: { id: string; ik: Ik }) {
  const view = useView<GroepWat>(`groep/${id}@wat`);
  const t = nl.plan.groep;
  if (view.stand === 'weg') return <WegPagina ik={ik} />;
  if (view.stand === 'laden') {
    return (
      <Schil ik={ik} kruimels={[{ naam: nl.plan.titel, to: '/plannen' }]}>
        <h1 className="vh">{nl.laden}</h1>
        <Skelet regels={3} />
      </Schil>
    );
  }
  const titel = t.titel(view.b.leden.map((p) => nl.voornaam(p.naam)));
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.plan.titel, to: '/plannen' }, { naam: titel }]}>
      <div className="smal">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Groep groep={view.b} />
      </div>
    </Schil>
  );
}

function Groep({ groep }: { groep: GroepWat }) {
  const [erbij, setErbij] = useState<PersoonKort | 'zoek'>();
  const [loopt, setLoopt] = useState<string>();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const t = nl.plan.groep;

  const doe = async (pad: string, body: unknown): Promise<Uitgevoerd | undefined> => {
    toon([]);
    setLoopt(undefined);
    try {
      return await run<Uitgevoerd>(`/groepen/${groep.id}/${pad}`, body);
    } catch (error) {
      if (error instanceof Probleem) setLoopt(error.problem.verwijst_naar ?? undefined);
      toon(uitProbleem(error, () => undefined));
      return undefined;
    }
  };
  const start = async () => {
    const gedaan = await doe('plan', {});
    if (gedaan) navigeer(`/plannen/${gedaan.id}`);
  };
  const plan = loopt ?? groep.plan ?? undefined;

  return (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        {plan ? (
          <Naar className={knopKlasse('eerst')} to={`/plannen/${plan}`}>
            {t.looptAl}
          </Naar>
        ) : (
          <Knop soort="eerst" bezig={bezig} onClick={() => void start()}>
            {t.start}
          </Knop>
        )}
        <Naar className={knopKlasse('tweede')} to={`/groepen/${groep.id}/signaal`}>
          {t.meldSignaal}
        </Naar>
      </div>
      {groep.waarom && <p data-waarom>{t.waaromGezegd(groep.waarom)}</p>}
      {groep.aanleiding && <Aanleiding signaal={groep.aanleiding} zin={t.aanleiding} />}
      <Leden groep={groep.id} leden={groep.leden} />
      <Participanten
        participanten={groep.participanten}
        haalWeg={(persoon) => void doe('participanten/verwijderen', { persoon })}
        voegToe={() => setErbij('zoek')}
      />
      {groep.eerdere_plannen.length > 0 && <Eerdere plannen={groep.eerdere_plannen} />}
      {erbij && (
        <Erbij
          gekozen={erbij === 'zoek' ? undefined : erbij}
          kies={setErbij}
          bezig={bezig}
          sluit={() => setErbij(undefined)}
          zet={async (body) => {
            if (await doe('participanten', body)) setErbij(undefined);
          }}
        />
      )}
    </>
  );
}

function Leden({ groep, leden }: { groep: string; leden: PersoonKort[] }) {
  const t = nl.plan.groep;
  const huizen = useHuizen(groep);
  return (
    <section className="sectie" aria-labelledby="leden">
      <header>
        <h2 id="leden">{t.leden}</h2>
      </header>
      <ul className="ledenlijst">
        {leden.map((p) => (
          <li key={p.id} className="rij gevondenrij" data-lid={p.naam}>
            <Stoel naam={p.naam} inwoner />
            <p>
              <strong>
                <Lidnaam naam={p.naam} huis={huizen.get(p.id)} />
              </strong>
              {p.geboortedatum && (
                <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ParticipantenProps {
  participanten: GroepWat['participanten'];
  haalWeg: (persoon: string) => void;
  voegToe: () => void;
}

/** Who stands around the groep without being in it (KING-G2). */
function Participanten({ participanten, haalWeg, voegToe }: ParticipantenProps) {
  const t = nl.plan.groep;
  return (
    <section className="sectie" aria-labelledby="participanten">
      <header>
        <h2 id="participanten">{t.participanten}</h2>
      </header>
      <p className="quiet">{t.participantUitleg}</p>
      <ul className="ledenlijst">
        {participanten.map(({ persoon, hoedanigheid }) => (
          <li key={persoon.id} className="rij gevondenrij" data-participant={persoon.naam}>
            <Stoel naam={persoon.naam} inwoner />
            <p>
              <strong>{persoon.naam}</strong> <span className="quiet sm">{hoedanigheid}</span>
            </p>
            <IcoonKnop naam={t.haalWeg(persoon.naam)} icoon="kruis" onClick={() => haalWeg(persoon.id)} />
          </li>
        ))}
      </ul>
      <p className="onderknop">
        <Knop soort="tweede" klein icoon="plus" onClick={voegToe}>
          {t.voegParticipantToe}
        </Knop>
      </p>
    </section>
  );
}

function Eerdere({ plannen }: { plannen: string[] }) {
  const t = nl.plan.groep;
  return (
    <section className="sectie" aria-labelledby="eerdere">
      <header>
        <h2 id="eerdere">{t.eerdere}</h2>
      </header>
      <ul className="doclijst">
        {plannen.map((id, i) => (
          <li key={id}>
            <Naar to={`/plannen/${id}`}>{`${nl.plan.titel} ${i + 1}`}</Naar>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Erbij({
  gekozen,
  kies,
  bezig,
  sluit,
  zet,
}: {
  gekozen: PersoonKort | undefined;
  kies: (p: PersoonKort) => void;
  bezig: boolean;
  sluit: () => void;
  zet: (body: { persoon: string; hoedanigheid: string }) => void;
}) {
  const t = nl.plan.groep;
  const [fout, setFout] = useState<string>();
  // Somebody was chosen: the work goes on at what is asked of them.
  useEffect(() => {
    if (gekozen) document.getElementById('hoedanigheid')?.focus();
  }, [gekozen]);
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const hoedanigheid = tekst(new FormData(event.currentTarget), 'hoedanigheid');
    setFout(hoedanigheid ? undefined : nl.fout.verplicht('iets'));
    if (gekozen && hoedanigheid) zet({ persoon: gekozen.id, hoedanigheid });
  };
  return (
    <Dialoog titel={gekozen ? gekozen.naam : t.voegParticipantToe} sluit={sluit}>
      {gekozen ? (
        <form onSubmit={stuur} noValidate className="formulier">
          <Tekstveld
            id="hoedanigheid"
            name="hoedanigheid"
            label={t.hoedanigheid}
            uitleg={t.hoedanigheidUitleg}
            fout={fout}
          />
          <div className="knoppen">
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {t.voegParticipantToe}
            </Knop>
            <Terugknop />
          </div>
        </form>
      ) : (
        <>
          <PersoonZoeken kies={kies} />
          <Terugknop />
        </>
      )}
    </Dialoog>
  );
}
