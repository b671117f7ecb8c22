// What one is to do over all plans, and in zaken: by day, with what is late and what one is reminded of, live and by the calendar (KING-AC1).
import { useEffect } from 'react';
import type { ActieRij, Ik } from '../../../api/types';
import { datumKort } from '../../../datum';
import { Naar, Paginakop } from '../../../route';
import { useBundle, useBundleGebeurde, useNu, useOpdracht } from '../../../rt/hooks';
import { type ActiesRij, isDoen } from '../../../rt/topics/acties';
import type { Lid } from '../../../rt/topics/kanaal';
import { nl } from '../../../teksten/werk';
import { Icoon } from '../../../ui/Icoon';
import { omroep } from '../../../ui/omroep';
import { Foutlijst } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../formulier';
import { Skelet } from '../../randpaginas';
import { Schil } from '../../Schil';
import { teLaat } from '../../zaak/taken/telling';
import { Doerij } from './Doerij';
import { isTaak, MijnTaken } from './MijnTaken';

const opDag = (a: Lid<ActieRij>, b: Lid<ActieRij>) =>
  a.b.datum.localeCompare(b.b.datum) || a.b.id.localeCompare(b.b.id);

export function ActiesPagina({ ik }: { ik: Ik }) {
  const topic = `acties/${ik.id}`;
  const bundel = useBundle<ActiesRij>(topic);
  const leden = bundel.stand === 'klaar' ? bundel.leden.filter(isDoen) : [];
  const taken = leden.filter(isTaak);
  const acties = leden.filter((lid): lid is Lid<ActieRij> => !isTaak(lid)).sort(opDag);
  const laat = acties.filter((lid) => lid.b.stand === 'te_laat').length;
  const now = useNu();
  const taakLaat = teLaat(
    taken.map((lid) => lid.b.dag),
    now,
  );
  const { fouten, beurt, toon } = useFouten();
  const { run, wacht } = useOpdracht();
  const t = nl.actie;

  // At midnight a line reads otherwise though nobody did anything.
  useBundleGebeurde(topic, (e) => {
    if (e.soort !== 'DagBegonnen') return;
    const { stand, omschrijving } = e.b as ActieRij;
    omroep.zeg('acties', stand === 'te_laat' ? t.teLaat(omschrijving) : t.herinnerd(omschrijving));
  });
  const nieuwste = acties.filter((lid) => lid.later).at(-1)?.b.omschrijving;
  useEffect(() => {
    if (nieuwste) omroep.zeg('acties', nl.actie.erbij(nieuwste));
  }, [nieuwste]);

  const gedaan = async (pad: string, body: unknown) => {
    toon([]);
    try {
      await run(pad, body);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };

  return (
    <Schil ik={ik} kruimels={[{ naam: nl.vandaag.menu, to: '/' }, { naam: t.titel }]}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {bundel.stand === 'laden' && <Skelet />}
      {bundel.stand === 'klaar' && (
        <p className="lead">
          {t.lead(acties.length, laat)} {nl.taak.lead(taken.length, taakLaat)}
        </p>
      )}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {acties.length > 0 && <MijnActies acties={acties} ik={ik} now={now} gedaan={gedaan} />}
      <MijnTaken
        taken={taken}
        now={now}
        gedaan={(rij) => gedaan(`/zaken/${rij.zaak}/taken/gedaan`, { taak: rij.id })}
      />
    </Schil>
  );
}

interface MijnActiesProps {
  acties: Lid<ActieRij>[];
  ik: Ik;
  now: Date;
  gedaan: (pad: string, body: unknown) => Promise<void>;
}

function MijnActies({ acties, ik, now, gedaan }: MijnActiesProps) {
  const t = nl.actie;
  return (
    <section className="sectie" aria-labelledby="acties">
      <header>
        <h2 id="acties">{t.lijst}</h2>
        <span className="quiet sm">{acties.length}</span>
      </header>
      <p className="quiet">{t.uitleg}</p>
      <ul className="werklijst">
        {acties.map(({ b, later }) => (
          <Rij
            key={b.id}
            rij={b}
            ik={ik}
            later={later}
            now={now}
            gedaan={() => gedaan(`/plannen/${b.plan}/acties/gedaan`, { actie: b.id })}
          />
        ))}
      </ul>
    </section>
  );
}

interface RijProps {
  rij: ActieRij;
  ik: Ik;
  later: boolean;
  now: Date;
  gedaan: () => Promise<void>;
}

function Rij({ rij, ik, later, now, gedaan }: RijProps) {
  const t = nl.actie;
  return (
    <Doerij
      data-actie={rij.id}
      data-stand={rij.stand}
      wat={rij.omschrijving}
      dag={rij.datum}
      later={later}
      now={now}
      naam={t.gedaan(rij.omschrijving)}
      gedaan={gedaan}
      onder={
        <>
          {rij.eigenaar.id !== ik.id && <span data-namens>{t.namens(rij.eigenaar.naam)} · </span>}
          {t.voor(nl.en(rij.voor.map((lid) => lid.naam)))} · {t.uiterlijk(datumKort(rij.datum))} ·{' '}
          <Naar to={`/plannen/${rij.plan}`} aria-label={t.bekijkPlan(rij.omschrijving)}>
            {t.bekijk}
          </Naar>
        </>
      }
      merk={
        rij.stand === 'herinnering' && (
          <span className="chip">
            <Icoon naam="klok" />
            {t.herinnering}
          </span>
        )
      }
    />
  );
}
