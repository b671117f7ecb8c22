// What is on somebody's rekening, live: amounts before explanations, and always of when they are (I1, I2).
import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { RekeningKort, Saldobedragen, SaldoWat } from '../../api/types';
import { datumLang } from '../../datum';
import { bedrag } from '../../geld/bedrag';
import { moment } from '../../geld/moment';
import { useSaldo, useTransacties } from '../../geld/saldo';
import { geld } from '../../teksten/geld';
import { nl } from '../../teksten/nl';
import { Bel } from '../../ui/belnummer';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Skelet } from '../../ui/losblad';
import { omroep } from '../../ui/omroep';
import { Mislukt } from '../Mislukt';
import { Bedrag, Boeking, Lening, Potje, useVerborgen, VerborgenProvider } from './delen';

export function Rekening({ rekening }: { rekening: RekeningKort }) {
  const live = useSaldo(rekening.id);
  const [verborgen, wissel] = useVerbergen();
  if (live.stand === 'weg') return <Mislukt tekst={geld.mislukt} />;
  if (live.stand === 'laden') return <Skelet />;
  return (
    <VerborgenProvider value={verborgen}>
      <Meedelen saldo={live.b} />
      <Stand saldo={live.b} verborgen={verborgen} verberg={wissel} />
      {live.b.bedragen && <Inhoud key={rekening.id} id={rekening.id} bedragen={live.b.bedragen} />}
      <Regeling rekening={rekening} bedragen={live.b.bedragen} />
    </VerborgenProvider>
  );
}

const BEWAARD = 'bedragen-verborgen';

/** Whether amounts are hidden: the same on each page and after a reload, until the tab is closed. Of the amounts themselves nothing is kept. */
function useVerbergen(): [boolean, () => void] {
  const [verborgen, setVerborgen] = useState(() => sessionStorage.getItem(BEWAARD) !== null);
  const wissel = () => {
    if (verborgen) sessionStorage.removeItem(BEWAARD);
    else sessionStorage.setItem(BEWAARD, 'ja');
    setVerborgen(!verborgen);
  };
  return [verborgen, wissel];
}

/** Tells once, politely, what changed while one was looking; the first value is no change. */
function Meedelen({ saldo }: { saldo: SaldoWat }) {
  const verborgen = useVerborgen();
  const before = useRef(saldo);
  useEffect(() => {
    const was = before.current;
    before.current = saldo;
    const cents = saldo.bedragen?.saldo_cents;
    if (cents !== undefined && was.bedragen && was.bedragen.saldo_cents !== cents) {
      omroep.zeg('saldo', verborgen ? geld.veranderd : geld.nu(bedrag(cents)));
    }
    if (was.stand === 'vers' && saldo.stand !== 'vers') {
      const tekst = geld.stand(saldo, moment);
      if (tekst) omroep.zeg('stand', tekst);
    }
  }, [saldo, verborgen]);
  return null;
}

interface StandProps {
  saldo: SaldoWat;
  verborgen: boolean;
  verberg: () => void;
}

/** First what one can do with it, then how it is made up: three parts that are the balance together. */
function Stand({ saldo, verborgen, verberg }: StandProps) {
  const { bedragen } = saldo;
  const let_op = geld.stand(saldo, moment);
  const tekort = bedragen && bedragen.vrij_cents < 0;
  return (
    <section className="geldstand" aria-label={geld.saldo} data-stand={saldo.stand}>
      {let_op && (
        <p className="balk balk--uitleg">
          <Icoon naam="klok" />
          <span>{let_op}</span>
        </p>
      )}
      {bedragen && (
        <>
          {/* With the amounts hidden, the words do not say it either. */}
          <p className="geldkop">{verborgen ? geld.vrijVerborgen : tekort ? geld.tekort : geld.vrij}</p>
          <p className="bedrag" data-vrij={bedragen.vrij_cents}>
            <Bedrag cents={Math.abs(bedragen.vrij_cents)} />
          </p>
          {saldo.stand === 'vers' && saldo.bijgewerkt_om && (
            <p className="quiet sm">
              <time dateTime={saldo.bijgewerkt_om}>{geld.bijgewerkt(moment(saldo.bijgewerkt_om))}</time>
            </p>
          )}
          {tekort && !verborgen && (
            <p>
              {geld.tekortHulp}
              <Bel />
            </p>
          )}
          <Verdeling bedragen={bedragen} />
          <p>
            {/* It says what it does; a state beside a name that changes would say the opposite. */}
            <Knop soort="tweede" icoon={verborgen ? 'oog' : 'oogdicht'} onClick={verberg}>
              {verborgen ? geld.toon : geld.verberg}
            </Knop>
          </p>
        </>
      )}
    </section>
  );
}

/** What is not free, and for what it is: the bar is for the eyes, the list says the same. */
function Verdeling({ bedragen }: { bedragen: Saldobedragen }) {
  const verborgen = useVerborgen();
  const potjes = bedragen.reserveringen.reduce((som, pot) => som + pot.saldo_cents, 0);
  const delen = [
    { soort: 'vrij', cents: bedragen.vrij_cents, naam: geld.vrijKort },
    { soort: 'potjes', cents: potjes, naam: geld.inPotjes },
    { soort: 'onderweg', cents: bedragen.onderweg_cents, naam: geld.onderweg },
    // Hidden, each row is there: that one is not would tell as much as its amount.
  ].filter(({ cents }) => verborgen || cents !== 0);
  const past = !verborgen && delen.every(({ cents }) => cents > 0);
  return (
    <div className="geldverdeling">
      {past && (
        <div className="geldbalk" aria-hidden="true">
          {delen.map(({ soort, cents }) => (
            <span key={soort} data-deel={soort} style={{ flexGrow: cents }} />
          ))}
        </div>
      )}
      <dl className="geldlijst">
        {delen
          .filter(({ soort }) => soort !== 'vrij' || verborgen || bedragen.vrij_cents > 0)
          .map(({ soort, cents, naam }) => (
            <div key={soort}>
              <dt>
                {past && <span className="geldstip" data-deel={soort} aria-hidden="true" />}
                {naam}
              </dt>
              <dd>
                <Bedrag cents={cents} />
              </dd>
            </div>
          ))}
        <div className="geldsom">
          <dt>{geld.saldo}</dt>
          <dd data-saldo={bedragen.saldo_cents}>
            <Bedrag cents={bedragen.saldo_cents} />
          </dd>
        </div>
      </dl>
      {(verborgen || bedragen.onderweg_cents > 0) && (
        <p className="quiet">
          {geld.onderwegUitleg}
          <Bel />
        </p>
      )}
    </div>
  );
}

function Inhoud({ id, bedragen }: { id: string; bedragen: Saldobedragen }) {
  return (
    <>
      {bedragen.reserveringen.length > 0 && (
        <Sectie titel={geld.potjes}>
          <ul className="geldrijen">
            {bedragen.reserveringen.map((pot) => (
              <Potje key={pot.code} pot={pot} />
            ))}
          </ul>
        </Sectie>
      )}
      {bedragen.lening && (
        <Sectie titel={geld.lening}>
          <Lening lening={bedragen.lening} />
        </Sectie>
      )}
      <Transacties id={id} bedragen={bedragen} />
    </>
  );
}

function Sectie({ titel, children }: { titel: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sectie" aria-labelledby={id}>
      <header>
        <h2 id={id}>{titel}</h2>
      </header>
      {children}
    </section>
  );
}

function Transacties({ id, bedragen }: { id: string; bedragen: Saldobedragen }) {
  const { transacties, meer, einde, bezig, mislukt } = useTransacties(id, bedragen.transacties);
  const [eerste] = useState(() => new Set(bedragen.transacties.map((t) => t.id)));
  const live = new Set(bedragen.transacties.map((t) => t.id));
  return (
    <Sectie titel={geld.transacties}>
      {transacties.length === 0 ? (
        <p>{geld.geenTransacties}</p>
      ) : (
        <ul className="geldrijen">
          {transacties.map((t) => (
            <Fragment key={t.id}>
              <Boeking transactie={t} vers={live.has(t.id) && !eerste.has(t.id)} />
              {t.gat && (
                <li className="geldrij" data-gat={t.id}>
                  <span>{geld.gat}</span>
                </li>
              )}
            </Fragment>
          ))}
        </ul>
      )}
      <div role="status">{mislukt && <p>{geld.meerMislukt}</p>}</div>
      {transacties.length > 0 && !einde && (
        <p>
          <Knop soort="tweede" bezig={bezig} onClick={() => void meer()}>
            {geld.meer}
          </Knop>
        </p>
      )}
    </Sectie>
  );
}

interface RegelingProps {
  rekening: RekeningKort;
  bedragen: Saldobedragen | null | undefined;
}

function Regeling({ rekening, bedragen }: RegelingProps) {
  const eerder = bedragen?.transacties.some(({ datum }) => datum < rekening.sinds) ?? false;
  const namen = nl.en(rekening.behandelaars.map((who) => who.naam));
  return (
    <>
      <details className="geldregeling">
        <summary>{geld.regeling(geld.vorm[rekening.vorm])}</summary>
        <p>
          {geld.vormUitleg[rekening.vorm]} {geld.sinds(datumLang(rekening.sinds))} {eerder && geld.eerder}
        </p>
      </details>
      <Sectie titel={geld.hulp}>
        <p>
          {geld.hulpUitleg(namen)}
          <Bel />
        </p>
      </Sectie>
    </>
  );
}
