// The plans one leads, and those in which a zaak is that one works on; live, so that one hears at once when a zaak joins one (KING-PL3).
import clsx from 'clsx';
import { useEffect } from 'react';
import type { GroepWat, Ik, PlanDeelnemer, PlanRij } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useBundle } from '../../rt/hooks';
import type { Lid } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { knopKlasse } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';

const isGroep = (lid: Lid): lid is Lid<GroepWat> => lid.topic.startsWith('groep/');
const isRegie = (lid: Lid): lid is Lid<PlanRij> => lid.topic.endsWith('@rij');
const isDeel = (lid: Lid): lid is Lid<PlanDeelnemer> => lid.topic.endsWith('@deelnemer');

export function Plannen({ ik }: { ik: Ik }) {
  const bundel = useBundle<unknown>(`plannen/${ik.id}`);
  const t = nl.plan;
  const leden = bundel.stand === 'klaar' ? bundel.leden : [];
  const regie = leden.filter(isRegie);
  const deel = leden.filter(isDeel);
  const groepen = leden.filter(isGroep).filter((lid) => !lid.b.plan);
  const lopend = [...regie, ...deel].filter((lid) => !lid.b.afgesloten_op);

  const erbij = deel.filter((lid) => lid.later).length;
  useEffect(() => {
    if (erbij > 0) omroep.zeg('plannen', nl.plan.erbij);
  }, [erbij]);

  return (
    <Schil ik={ik} kruimels={[{ naam: nl.vandaag.menu, to: '/' }, { naam: t.titel }]}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {bundel.stand === 'klaar' && <p className="lead">{t.lead(lopend.length)}</p>}
      {bundel.stand === 'laden' && <Skelet />}
      {ik.rol === 'regisseur' && (
        <div className="knoppen">
          <Naar className={knopKlasse('eerst')} to="/groepen/nieuw">
            {t.nieuweGroep}
          </Naar>
        </div>
      )}
      {bundel.stand === 'klaar' && leden.length === 0 && <p className="quiet">{t.leeg}</p>}
      <Lijst id="regie" kop={t.regie} plannen={regie.filter((lid) => !lid.b.afgesloten_op)} />
      <Lijst id="deelname" kop={t.deelname} plannen={deel.filter((lid) => !lid.b.afgesloten_op)} />
      {groepen.length > 0 && (
        <section className="sectie" aria-labelledby="groepen">
          <header>
            <h2 id="groepen">{t.groepen}</h2>
          </header>
          <ul className="werklijst">
            {groepen.map(({ b, later }) => (
              <li key={b.id} className={clsx('rij', later && 'vers vers--dooft')} data-groep={b.id}>
                <h3>
                  <Naar to={`/groepen/${b.id}`}>{t.namenVan(b.leden.map((p) => p.naam))}</Naar>
                </h3>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lijst id="eerder" kop={t.eerder} plannen={[...regie, ...deel].filter((lid) => lid.b.afgesloten_op)} />
    </Schil>
  );
}

function Lijst({ id, kop, plannen }: { id: string; kop: string; plannen: Lid<PlanRij | PlanDeelnemer>[] }) {
  const t = nl.plan;
  if (plannen.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby={id}>
      <header>
        <h2 id={id}>{kop}</h2>
        <span className="quiet sm">{plannen.length}</span>
      </header>
      <ul className="werklijst">
        {plannen.map(({ b, later }) => {
          const leider = b.regisseurs.find((who) => who.id === b.verantwoordelijk);
          return (
            <li key={b.id} className={clsx('rij', later && 'vers vers--dooft')} data-plan={b.id}>
              <div>
                <h3>
                  <Naar to={`/plannen/${b.id}`}>{t.voor(b.leden.map((p) => p.naam))}</Naar>
                </h3>
                {'open_doelen' in b && <p className="sm">{t.open(b.open_doelen, b.open_acties)}</p>}
                <p className="quiet sm">
                  {leider && t.geleid(leider.naam)} {t.sinds(datumLang(b.begonnen_op))}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
