// The zaken that are counted for one medewerker, as *dat*, and whether they are there.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { haal } from '../../api/http';
import type { Ik, MedewerkerCaseload, MedewerkerZaken, Telling, Uitgevoerd, ZaakRij } from '../../api/types';
import { datumKort, leesDatum } from '../../datum';
import '../../stijl/caseload.css';
import { Naar, Paginakop, useVraag } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Termijn } from '../../ui/termijn';
import { Foutlijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { Plannen } from '../toekenning/Plannen';
import { Vervanger } from '../toekenning/Vervanger';
import { useBord } from './bord';
import { Overdragen } from './Overdragen';
import { kanMeer, leesKeuze, type Termijnkeuze, telt } from './termijn';

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
    <Schil ik={ik} kruimels={[{ naam: t.titel, to: '/' }, { naam }]}>
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
          <Afwezigheid medewerker={eerste.medewerker} gedaan={() => zaken.refetch()} />
          <Vervanger id={id} kop={nl.toekenning.kopVan(naam)} sein={stand} />
          <Overdragen medewerker={eerste.medewerker} gedaan={() => void zaken.refetch()} />
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

const VELDEN: Record<string, string> = { vanaf: 'vanaf', tot_en_met: 'tot_en_met' };

function Afwezigheid({ medewerker, gedaan }: { medewerker: MedewerkerCaseload; gedaan: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const { naam, afwezig } = medewerker;

  const stuur = async (pad: string, body: unknown) => {
    try {
      if (await run<Uitgevoerd>(`/medewerkers/${medewerker.id}/${pad}`, body)) {
        toon([]);
        gedaan();
      }
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
    }
  };
  const meld = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [vanaf, tot] = [leesDatum(tekst(data, 'vanaf')), tekst(data, 'tot_en_met')];
    const laatste = tot === '' ? null : leesDatum(tot);
    const mis = [
      ...(vanaf ? [] : [{ veld: 'vanaf', tekst: t.datumFout }]),
      ...(laatste === undefined ? [{ veld: 'tot_en_met', tekst: t.datumFout }] : []),
    ];
    if (mis.length > 0) toon(mis);
    else await stuur('afwezig', { vanaf, tot_en_met: laatste });
  };
  return (
    <section className="sectie smal" aria-labelledby="afwezigheid">
      <header>
        <h2 id="afwezigheid">{t.afwezigheid}</h2>
      </header>
      <p data-afwezig={afwezig ? 'ja' : 'nee'}>
        {afwezig
          ? t.isAfwezig(
              naam,
              datumKort(afwezig.vanaf),
              afwezig.tot_en_met ? datumKort(afwezig.tot_en_met) : undefined,
            )
          : t.aanwezig(naam)}
      </p>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {afwezig ? (
        <div className="knoppen">
          <Knop soort="eerst" bezig={bezig} onClick={() => stuur('terug', {})}>
            {t.meldTerug}
          </Knop>
        </div>
      ) : (
        <form onSubmit={meld} className="formulier" noValidate>
          <p className="quiet sm">{t.afwezigUitleg}</p>
          <Tekstveld
            id="vanaf"
            name="vanaf"
            label={t.vanaf}
            uitleg={t.datumUitleg}
            fout={veld.vanaf}
            className="invoer--kort"
          />
          <Tekstveld
            id="tot_en_met"
            name="tot_en_met"
            label={t.totEnMet}
            uitleg={t.totUitleg}
            fout={veld.tot_en_met}
            optioneel
            className="invoer--kort"
          />
          <div className="knoppen">
            <Knop type="submit" bezig={bezig}>
              {t.meldAfwezig}
            </Knop>
          </div>
        </form>
      )}
    </section>
  );
}
