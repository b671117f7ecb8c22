// What belongs to a plan beside its own words: its zaken and the signalen that landed in it.
import clsx from 'clsx';
import type { PlanWat } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Knop } from '../../ui/knop';
import type { Planleden } from './PlanPagina';

export function Zaken({
  delen,
  plan,
  namen,
  open,
  haalUit,
  children,
}: {
  delen: Planleden;
  plan: PlanWat;
  namen: ReadonlyMap<string, string>;
  open: boolean;
  haalUit: (zaak: string) => void;
  children: React.ReactNode;
}) {
  const t = nl.plan;
  const persoon = new Map(plan.zaken.map((it) => [it.zaak, it.persoon]));
  return (
    <section className="sectie" aria-labelledby="zaken">
      <header>
        <h2 id="zaken">{t.zaken}</h2>
        <span className="quiet sm">{delen.zaken.length}</span>
      </header>
      {delen.zaken.length === 0 && <p className="quiet">{t.geenZaken}</p>}
      <ul className="werklijst">
        {delen.zaken.map(({ b, later }) => (
          <li key={b.id} className={clsx('rij planrij', later && 'vers vers--dooft')} data-zaak={b.id}>
            <div>
              <h3>
                <Naar to={`/zaken/${b.id}`}>
                  {nl.zaak.titel(b.zaaktype_naam, namen.get(persoon.get(b.id) ?? '') ?? '')}
                </Naar>{' '}
                {b.toegang === 'dat' && <Gordijn />}
              </h3>
              <p className="quiet sm">
                <span className="kenmerk">{b.zaaknummer}</span> · {nl.status[b.status]} ·{' '}
                {nl.zaak.werken(b.behandelaars.map((who) => who.naam))}
              </p>
            </div>
            {open && (
              <Knop
                soort="stil"
                klein
                aria-label={`${t.haalUit}: ${b.zaaknummer}`}
                onClick={() => haalUit(b.id)}
              >
                {t.haalUit}
              </Knop>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

export function Signalen({ delen, now }: { delen: Planleden; now: Date }) {
  const t = nl.plan;
  return (
    <section className="sectie" aria-labelledby="signalen">
      <header>
        <h2 id="signalen">{t.signalen}</h2>
        <span className="quiet sm">{delen.signalen.length}</span>
      </header>
      {delen.signalen.length === 0 && <p className="quiet">{t.geenSignalen}</p>}
      <ul className="werklijst">
        {delen.signalen.map(({ b, later }) => (
          <li key={b.id} className={clsx('rij planrij', later && 'vers vers--dooft')} data-signaal={b.id}>
            <div>
              <h3>
                <Naar to={`/signalen/${b.id}`}>{b.soort_naam}</Naar>
              </h3>
              <p className="quiet sm">
                {b.betreft && 'persoon' in b.betreft ? `${b.betreft.persoon.naam} · ` : ''}
                {nl.signaal.keren(b.keren)}
              </p>
            </div>
            <time className="quiet sm" dateTime={b.laatst_op}>
              {wanneer(b.laatst_op, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
