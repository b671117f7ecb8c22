// The register of signalen of the wijkteam, live, with its filter in the address (KING-ZT25), and who asks for attention (KING-ZT22).
import clsx from 'clsx';
import { useEffect } from 'react';
import type { AandachtWat, Ik, SignaalRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useBundle, useNu } from '../../rt/hooks';
import type { Lid } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { Afgehandeld } from './Afgehandeld';
import { Filterbalk, type Soortkeuze } from './Filterbalk';
import { isAfgehandeld, opSpoed, past, useFilter } from './filter';
import { wieNaam } from './naam';
import { Rij } from './Rij';

const isAandacht = (lid: Lid): lid is Lid<AandachtWat> => lid.topic.startsWith('aandacht/');
const isRij = (lid: Lid): lid is Lid<SignaalRij> => lid.topic.startsWith('signaal/');

export function Register({ ik }: { ik: Ik }) {
  const now = useNu();
  const bundel = useBundle<unknown>(`signalen/${ik.gemeente.id}`);
  const filter = useFilter();
  const t = nl.signaal;
  const leden = bundel.stand === 'klaar' ? bundel.leden : [];
  const rijen = leden.filter(isRij).sort((a, b) => opSpoed(a.b, b.b));
  const wacht = new Set(rijen.map((lid) => lid.b.id));
  // Of which nothing waits any more asks for nothing.
  const aandacht = leden.filter(isAandacht).filter((lid) => lid.b.signalen.some((s) => wacht.has(s.id)));
  const dicht = isAfgehandeld(filter);
  const getoond = rijen.filter((lid) => past(lid.b, filter));

  const later = rijen.filter((lid) => lid.later).length;
  useEffect(() => {
    if (later > 0) omroep.zeg('signalen', nl.signaal.erbij(later));
  }, [later]);
  const vraagt = aandacht.filter((lid) => lid.later).length;
  useEffect(() => {
    if (vraagt > 0) omroep.zeg('aandacht', nl.signaal.aandachtErbij);
  }, [vraagt]);

  if (bundel.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.vandaag.menu, to: '/' }, { naam: t.titel }]}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">
        {bundel.stand === 'klaar' && t.lead(rijen.length)} {t.uitleg} {t.alleenUwSoorten}
      </p>
      {aandacht.length > 0 && !dicht && (
        <section className="sectie" aria-labelledby="aandacht">
          <header>
            <h2 id="aandacht">{t.aandacht}</h2>
          </header>
          <ul className="werklijst">
            {aandacht.map((lid) => (
              <Aandacht key={lid.topic} item={lid.b} rijen={rijen} vers={lid.later} now={now} />
            ))}
          </ul>
        </section>
      )}
      <section className="sectie" aria-labelledby="register">
        <header>
          <h2 id="register">{dicht ? t.standen.afgehandeld : t.lijst}</h2>
          {bundel.stand === 'klaar' && !dicht && (
            <span className="quiet sm">{t.getoond(getoond.length, rijen.length)}</span>
          )}
        </header>
        {dicht ? (
          <Afgehandeld filter={filter} stand={rijen.map((lid) => lid.b.id).join()} now={now} />
        ) : (
          <>
            <Filterbalk filter={filter} soorten={soortenVan(rijen.map((lid) => lid.b))} />
            {bundel.stand === 'laden' && <Skelet />}
            {bundel.stand === 'klaar' && getoond.length === 0 && (
              <p className="quiet">{rijen.length === 0 ? t.leeg : t.leegFilter}</p>
            )}
            <ul className="werklijst">
              {getoond.map((lid) => (
                <Rij key={lid.b.id} rij={lid.b} later={lid.later} now={now} />
              ))}
            </ul>
          </>
        )}
      </section>
    </Schil>
  );
}

/** The kinds that are there; a kind that one may not see is not offered either. */
function soortenVan(rijen: SignaalRij[]): Soortkeuze[] {
  const perSoort = new Map(rijen.map((rij) => [rij.signaalsoort, rij.soort_naam]));
  return [...perSoort]
    .map(([waarde, tekst]) => ({ waarde, tekst }))
    .sort((a, b) => a.tekst.localeCompare(b.tekst));
}

interface AandachtProps {
  item: AandachtWat;
  /** What else stands in the register, for whom each of its signalen is about. */
  rijen: Lid<SignaalRij>[];
  vers: boolean;
  now: Date;
}

function Aandacht({ item, rijen, vers, now }: AandachtProps) {
  // Of a person it stands above; a groep has no name of its own.
  const over = (id: string) => {
    const rij = 'groep' in item.betreft ? rijen.find((lid) => lid.b.id === id)?.b : undefined;
    return (
      rij?.betreft && nl.signaal.overWie('groep' in rij.betreft ? nl.signaal.deGroep : wieNaam(rij.betreft))
    );
  };
  return (
    <li className={clsx('rij signaalrij', vers && 'vers vers--dooft')} data-aandacht={item.id}>
      <div>
        <h3>{wieNaam(item.betreft)}</h3>
        <p className="sm">{nl.signaal.aandachtRegel(item.signalen.length, item.maanden)}</p>
        <ul className="waaromlijst">
          {item.signalen.map((s) => (
            <li key={s.id}>
              <Naar to={`/signalen/${s.id}`}>{s.soort_naam}</Naar> {over(s.id)}{' '}
              <time className="quiet sm" dateTime={s.ontvangen_op}>
                {wanneer(s.ontvangen_op, now)}
              </time>
              {!rijen.some((lid) => lid.b.id === s.id) && (
                <span className="quiet sm"> ({nl.signaal.isAfgehandeld})</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
