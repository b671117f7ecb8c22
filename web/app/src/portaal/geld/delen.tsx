// The parts of a resident's money page. An amount is shown by one component, so that hiding amounts hides every one of them.
import { createContext, useContext, useId } from 'react';
import type { LeningWat, ReserveringWat, TransactieWat } from '../../api/types';
import { datumKort, datumLang } from '../../datum';
import { bedrag, deelVan, metTeken } from '../../geld/bedrag';
import { geld } from '../../teksten/geld';
import { Bel } from '../../ui/belnummer';
import { Letterlijk } from '../../ui/letterlijk';

const Verborgen = createContext(false);
export const VerborgenProvider = Verborgen.Provider;
export const useVerborgen = () => useContext(Verborgen);

export interface BedragProps {
  cents: number;
  teken?: boolean;
}

export function Bedrag({ cents, teken = false }: BedragProps) {
  if (useVerborgen()) {
    return (
      <>
        <span aria-hidden="true">{geld.verborgen}</span>
        <span className="vh">{geld.verborgenHoor}</span>
      </>
    );
  }
  return teken ? metTeken(cents) : bedrag(cents);
}

export function Potje({ pot }: { pot: ReserveringWat }) {
  const streef = pot.streef_cents ?? undefined;
  const deel = deelVan(pot.saldo_cents, streef);
  return (
    <li className="potje" data-pot={pot.code}>
      <Pot deel={deel ?? (pot.saldo_cents > 0 ? 1 : 0)} los={deel === undefined} />
      <strong>
        <Letterlijk>{pot.naam}</Letterlijk>
      </strong>
      <span className="num">
        <Bedrag cents={pot.saldo_cents} />
      </span>
      <small>
        <Letterlijk>{pot.doel}</Letterlijk>.
        {streef !== undefined && (
          <>
            {' '}
            <Streef cents={streef} />
          </>
        )}
      </small>
      {deel !== undefined && (
        <Meter naam={pot.naam} deel={deel} nu={bedrag(pot.saldo_cents)} van={bedrag(streef ?? 0)} />
      )}
    </li>
  );
}

function Streef({ cents }: { cents: number }) {
  return useVerborgen() ? null : geld.spaart(bedrag(cents));
}

/** A jar whose level is the part saved; without a goal it is light: there is nothing to measure against. */
function Pot({ deel, los }: { deel: number; los: boolean }) {
  const verborgen = useVerborgen();
  const id = useId();
  const hoog = 34 * (verborgen ? 0 : deel);
  return (
    <svg viewBox="0 0 44 52" aria-hidden="true">
      <clipPath id={id}>
        <path d="M8 14q-4 3-4 9v17q0 8 8 8h20q8 0 8-8V23q0-6-4-9z" />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect className="pot-leeg" x="0" y="12" width="44" height="40" />
        <rect className={los ? 'pot-los' : 'pot-vol'} x="0" y={48 - hoog} width="44" height={hoog} />
      </g>
      <path className="pot-lijn" d="M8 14q-4 3-4 9v17q0 8 8 8h20q8 0 8-8V23q0-6-4-9z" />
      <rect className="pot-deksel" x="6" y="5" width="32" height="8" rx="3" />
    </svg>
  );
}

interface MeterProps {
  naam: string;
  deel: number;
  nu: string;
  van: string;
  /** Read out instead of "… van …". */
  tekst?: string;
}

/** How far something is, as a bar and in words; with hidden amounts neither. */
function Meter({ naam, deel, nu, van, tekst }: MeterProps) {
  if (useVerborgen()) return null;
  return (
    <meter
      className="geldmeter"
      min={0}
      max={1}
      value={deel}
      aria-label={naam}
      aria-valuetext={tekst ?? geld.vol(nu, van)}
    />
  );
}

export function Lening({ lening }: { lening: LeningWat }) {
  const betaald = lening.hoofdsom_cents - lening.openstaand_cents;
  const verborgen = useVerborgen();
  const termijn = verborgen ? geld.verborgen : bedrag(lening.termijn_cents);
  return (
    <div className="lening">
      <p>{verborgen ? geld.openstaand(geld.verborgen) : geld.openstaand(bedrag(lening.openstaand_cents))}</p>
      <Meter
        naam={geld.lening}
        deel={deelVan(betaald, lening.hoofdsom_cents) ?? 1}
        nu={bedrag(betaald)}
        van={bedrag(lening.hoofdsom_cents)}
        tekst={geld.afgelost(bedrag(betaald), bedrag(lening.hoofdsom_cents))}
      />
      <p className="quiet sm">
        {geld.termijnen(lening.betaald, lening.termijnen, termijn)}{' '}
        {lening.volgende_op && geld.volgende(datumLang(lening.volgende_op))}
      </p>
      {lening.achterstand_cents > 0 && (
        <p>
          {geld.achterstand(verborgen ? geld.verborgen : bedrag(lening.achterstand_cents))}
          <Bel />
        </p>
      )}
    </div>
  );
}

export function Boeking({ transactie, vers }: { transactie: TransactieWat; vers: boolean }) {
  return (
    <li className={vers ? 'geldrij vers vers--dooft' : 'geldrij'} data-transactie={transactie.id}>
      <span>
        <Letterlijk>{transactie.omschrijving}</Letterlijk>
      </span>
      <span className={transactie.bedrag_cents < 0 ? 'num' : 'num in'}>
        <Bedrag cents={transactie.bedrag_cents} teken />
      </span>
      <small>
        <time dateTime={transactie.datum}>{datumKort(transactie.datum)}</time>
      </small>
    </li>
  );
}
