// One rekening as budgetbeheer sees it: the same amounts as the resident sees, at the same moment, and what is wrong with the source.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useRef } from 'react';
import { haal, Probleem } from '../../api/http';
import type {
  Ik,
  LeningWat,
  RekeningKort,
  ReserveringWat,
  Saldobedragen,
  SaldoWat,
  ZaakRij,
} from '../../api/types';
import { datumKort, datumLang } from '../../datum';
import { bedrag, metTeken } from '../../geld/bedrag';
import { moment } from '../../geld/moment';
import { useSaldo, useTransacties } from '../../geld/saldo';
import { Naar, Paginakop } from '../../route';
import { useBundle } from '../../rt/hooks';
import { geld } from '../../teksten/geld';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';

const t = geld.werk;
/** On a phone each row is a card: of an amount nothing is beside the screen. */
const BEDRAGEN = 'tabelvak tabelvak--kaarten tabelvak--bedragen';

export function RekeningPagina({ id, ik }: { id: string; ik: Ik }) {
  const rekening = useQuery({
    queryKey: ['rekening', id],
    queryFn: () => haal<RekeningKort & { saldo: SaldoWat }>(`/rekeningen/${id}`),
  });
  const live = useSaldo(id);
  useMeedelen(live.stand === 'klaar' ? live.b : undefined);
  if (live.stand === 'weg' || (rekening.error instanceof Probleem && rekening.error.status === 404)) {
    return <WegPagina ik={ik} />;
  }
  const kruimels = [{ naam: t.titel, to: '/rekeningen' }, { naam: rekening.data?.persoon?.naam ?? '…' }];
  if (!rekening.data || live.stand === 'laden') {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <h1 className="vh">{nl.laden}</h1>
        {rekening.error ? <p>{nl.fout.uitleg}</p> : <Skelet regels={6} />}
      </Schil>
    );
  }
  const naam = rekening.data.persoon?.naam ?? t.naamloos;
  const saldo = live.b;
  return (
    <Schil ik={ik} kruimels={kruimels}>
      <Paginakop titel={naam}>{naam}</Paginakop>
      <p className="lead">
        {geld.vorm[rekening.data.vorm]}. {geld.sinds(datumLang(rekening.data.sinds))}
      </p>
      <ZakenVan ik={ik} persoon={rekening.data.persoon?.id} />
      <Stand saldo={saldo} />
      {saldo.bedragen && <Bedragen id={id} bedragen={saldo.bedragen} />}
    </Schil>
  );
}

/** Says once, politely, that the balance changed; and after a difference the list may read otherwise. */
function useMeedelen(saldo: SaldoWat | undefined) {
  const queries = useQueryClient();
  const before = useRef<SaldoWat>(undefined);
  useEffect(() => {
    const was = before.current;
    before.current = saldo;
    if (!saldo || !was) return;
    const cents = saldo.bedragen?.saldo_cents;
    if (cents !== undefined && was.bedragen && was.bedragen.saldo_cents !== cents) {
      omroep.zeg('saldo', t.nu(bedrag(cents)));
    }
    if (saldo.storing !== was.storing) queries.invalidateQueries({ queryKey: ['rekeningen'] });
  }, [saldo, queries]);
}

/** The work that goes with this money: what one has of this resident, and in it who they are. */
function ZakenVan({ ik, persoon }: { ik: Ik; persoon: string | undefined }) {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const zaken =
    bundel.stand === 'klaar'
      ? bundel.leden.map((lid) => lid.b).filter((zaak) => zaak.persoon?.id === persoon)
      : [];
  if (!persoon || zaken.length === 0) return null;
  return (
    <p data-zaken-van={persoon}>
      {t.zaken}{' '}
      {zaken.map((zaak, plek) => (
        <Fragment key={zaak.id}>
          {plek > 0 && ', '}
          <Naar to={`/zaken/${zaak.id}`}>{t.zaak(zaak.zaaktype_naam, zaak.zaaknummer)}</Naar>
        </Fragment>
      ))}
    </p>
  );
}

function Stand({ saldo }: { saldo: SaldoWat }) {
  const om = saldo.bijgewerkt_om ? moment(saldo.bijgewerkt_om) : undefined;
  if (saldo.stand === 'vers' && om) {
    return (
      <p className="quiet" data-stand={saldo.stand}>
        {t.vers(om)}
      </p>
    );
  }
  const van = saldo.bedragen && om ? t.stand(om) : t.nooit;
  return (
    <p className="balk balk--uitleg" data-stand={saldo.stand}>
      <Icoon
        naam={
          saldo.storing === 'klopt_niet' || saldo.storing === 'onjuist_antwoord' ? 'waarschuwing' : 'klok'
        }
      />
      <span>
        {saldo.storing ? t.storing[saldo.storing] : t.kijkt} {van}
      </span>
    </p>
  );
}

function Bedragen({ id, bedragen }: { id: string; bedragen: Saldobedragen }) {
  return (
    <>
      <Feiten
        feiten={[
          [t.saldo, bedrag(bedragen.saldo_cents)],
          [t.vrij, bedrag(bedragen.vrij_cents)],
          [t.onderweg, bedrag(bedragen.onderweg_cents)],
        ]}
      />
      <p className="quiet sm">{t.som}</p>
      <Potten potten={bedragen.reserveringen} />
      {bedragen.lening && <Lening lening={bedragen.lening} />}
      <Transacties id={id} bedragen={bedragen} />
    </>
  );
}

function Feiten({ feiten }: { feiten: [string, string][] }) {
  return (
    <dl className="utrecht-data-list gegevens">
      {feiten.map(([naam, waarde]) => (
        <div className="utrecht-data-list__item" key={naam}>
          <dt className="utrecht-data-list__item-key">{naam}</dt>
          <dd className="utrecht-data-list__item-value">{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}

function Potten({ potten }: { potten: ReserveringWat[] }) {
  if (potten.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="potten">
      <header>
        <h2 id="potten">{t.potten}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className={BEDRAGEN} tabIndex={0} aria-label={t.tabel(t.potten)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.pot}</th>
              <th scope="col">{t.doel}</th>
              <th scope="col" className="num">
                {t.in}
              </th>
              <th scope="col" className="num">
                {t.streef}
              </th>
            </tr>
          </thead>
          <tbody>
            {potten.map((pot) => (
              <tr key={pot.code}>
                <th scope="row">{pot.naam}</th>
                <td data-kop={t.doel}>{pot.doel}</td>
                <td className="num" data-kop={t.in}>
                  {bedrag(pot.saldo_cents)}
                </td>
                <td className="num" data-kop={t.streef}>
                  {pot.streef_cents == null ? '–' : bedrag(pot.streef_cents)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Lening({ lening }: { lening: LeningWat }) {
  return (
    <section className="sectie" aria-labelledby="lening">
      <header>
        <h2 id="lening">{t.lening}</h2>
      </header>
      <Feiten
        feiten={[
          [t.hoofdsom, bedrag(lening.hoofdsom_cents)],
          [t.openstaand, bedrag(lening.openstaand_cents)],
          [t.termijn, bedrag(lening.termijn_cents)],
          [t.betaald, `${lening.betaald} / ${lening.termijnen}`],
          [t.achterstand, bedrag(lening.achterstand_cents)],
        ]}
      />
    </section>
  );
}

function Transacties({ id, bedragen }: { id: string; bedragen: Saldobedragen }) {
  const { transacties, meer, einde, bezig, mislukt } = useTransacties(id, bedragen.transacties);
  return (
    <section className="sectie" aria-labelledby="transacties">
      <header>
        <h2 id="transacties">{t.transacties}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className={BEDRAGEN} tabIndex={0} aria-label={t.tabel(t.transacties)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.datum}</th>
              <th scope="col">{t.omschrijving}</th>
              <th scope="col" className="num">
                {t.bedrag}
              </th>
            </tr>
          </thead>
          <tbody>
            {transacties.map((one) => (
              <Fragment key={one.id}>
                <tr data-transactie={one.id}>
                  <td data-kop={t.datum}>
                    <time dateTime={one.datum}>{datumKort(one.datum)}</time>
                  </td>
                  <td data-kop={t.omschrijving}>{one.omschrijving}</td>
                  <td className="num" data-kop={t.bedrag}>
                    {metTeken(one.bedrag_cents)}
                  </td>
                </tr>
                {one.gat && (
                  <tr data-gat={one.id}>
                    <td colSpan={3}>{t.gat}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      <div role="status">{mislukt && <p>{geld.meerMislukt}</p>}</div>
      {!einde && (
        <p>
          <Knop soort="tweede" bezig={bezig} onClick={() => void meer()}>
            {geld.meer}
          </Knop>
        </p>
      )}
    </section>
  );
}
