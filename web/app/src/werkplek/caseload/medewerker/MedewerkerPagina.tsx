// The zaken that are counted for one medewerker, as *dat*, and whether they are there.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { haal } from '../../../api/http';
import type { Ik, MedewerkerZaken, Telling, ZaakRij } from '../../../api/types';
import '../../../stijl/caseload.css';
import { Naar, Paginakop, useVraag } from '../../../route';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Contactdag, Termijn } from '../../../ui/termijn';
import { Vouw } from '../../../ui/vouw';
import { Skelet, WegPagina } from '../../randpaginas';
import { Schil } from '../../Schil';
import { Plannen } from '../../toekenning/Plannen';
import { Vervangers } from '../../toekenning/Vervanger';
import { useBord } from '../bord';
import { kanMeer, leesKeuze, type Termijnkeuze, telt } from '../termijn';
import { Afwezigheid } from './Afwezigheid';
import { Overdragen } from './Overdragen';

const t = nl.caseload;

export default function MedewerkerPagina({ ik, id }: { ik: Ik; id: string }) {
  const queries = useQueryClient();
  const bord = useBord(ik);
  const keuze = leesKeuze(useVraag());
  const zaken = useInfiniteQuery({
    queryKey: ['caseload', id],
    queryFn: ({ pageParam }) =>
      haal<MedewerkerZaken>(
        `/caseload/medewerkers/${id}${pageParam ? `?na=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.volgende ?? undefined,
  });
  // The board is live; when it counts otherwise for this one, the list is asked again.
  const nu = bord.stand === 'klaar' ? bord.wat.medewerkers.find((m) => m.id === id) : undefined;
  const stand = JSON.stringify(nu);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figures are the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['caseload', id] });
  }, [stand, id, queries]);

  const eerste = zaken.data?.pages[0];
  if (zaken.error && !eerste) return <WegPagina ik={ik} />;
  const naam = eerste?.medewerker.naam ?? '';
  const alle = zaken.data?.pages.flatMap((page) => page.items) ?? [];
  const items = eerste ? alle.filter((zaak) => telt(zaak, keuze, eerste.dag)) : [];
  const meer = zaken.hasNextPage && eerste && kanMeer(alle, keuze, eerste.dag);
  return (
    <Schil ik={ik} kruimels={[{ naam: t.titel, to: '/caseload' }, { naam }]}>
      <Paginakop key={keuze} titel={t.zakenVan(naam)}>
        {t.zakenVan(naam)}
      </Paginakop>
      {!eerste && <Skelet />}
      {eerste && (
        <>
          <Lead telling={eerste.medewerker.telling} keuze={keuze} to={`/caseload/medewerkers/${id}`} />
          {items.length > 0 && <Lijst items={items} wie={id} dag={eerste.dag} />}
          {meer && (
            <div className="knoppen">
              <Knop bezig={zaken.isFetchingNextPage} onClick={() => zaken.fetchNextPage()}>
                {t.meer}
              </Knop>
            </div>
          )}
          {ik.rol === 'wijkteammanager' && <Plannen id={id} sein={stand} />}
          <section className="sectie" aria-labelledby="regelen">
            <header>
              <h2 id="regelen">{t.regelen(nl.voornaam(naam))}</h2>
            </header>
            <Afwezigheid medewerker={eerste.medewerker} gedaan={() => zaken.refetch()} />
            <Vouw id="vervanging" kop={nl.toekenning.kopVan(naam)}>
              <Vervangers id={id} sein={stand} />
            </Vouw>
            <Overdragen medewerker={eerste.medewerker} gedaan={() => void zaken.refetch()} />
          </section>
        </>
      )}
    </Schil>
  );
}

interface LeadProps {
  telling: Telling;
  keuze: Termijnkeuze | undefined;
  to: string;
}

function Lead({ telling, keuze, to }: LeadProps) {
  if (!keuze) return <p className="lead">{t.zakenLead(telling.aantal, telling.gewicht)}</p>;
  return (
    <p className="lead">
      {keuze === 'laat' ? t.laatLead(telling.te_laat) : t.weekLead(telling.deze_week)}{' '}
      <Naar to={to}>{t.toonAlle}</Naar>
    </p>
  );
}

function Lijst({ items, wie, dag }: { items: ZaakRij[]; wie: string; dag: string }) {
  const vandaag = new Date(`${dag}T12:00:00`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="tabelvak" tabIndex={0} aria-label={t.aantal}>
      <table data-zaken>
        <thead>
          <tr>
            {[t.zaak, t.soort, t.status, t.termijn, t.metWie].map((kop) => (
              <th scope="col" key={kop}>
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((zaak) => (
            <tr key={zaak.id}>
              <th scope="row" className="kenmerk nowrap">
                <Naar to={`/zaken/${zaak.id}`}>{zaak.zaaknummer}</Naar>
              </th>
              <td>{zaak.zaaktype_naam}</td>
              <td className="nowrap">{nl.status[zaak.status]}</td>
              <td>
                <Contactdag dag={zaak.contact_uiterlijk} now={vandaag} />{' '}
                <Termijn uiterlijkOp={zaak.uiterlijk_op} now={vandaag} />
              </td>
              <td>{nl.en(zaak.behandelaars.filter((b) => b.id !== wie).map((b) => b.naam)) || t.alleen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
