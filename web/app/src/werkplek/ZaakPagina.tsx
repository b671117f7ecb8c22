// One zaak, as far as one may look: behind the curtain for who may only know that it runs, else with its content.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { haal, Probleem } from '../api/http';
import type {
  Aanwezige,
  DocumentKort,
  Door,
  Ik,
  PersoonWat,
  Tijdlijnregel,
  Uitgevoerd,
  ZaakAntwoord,
  ZaakDat,
  Zaakstatus,
  ZaaktypeWat,
  ZaakWat,
} from '../api/types';
import { datumDag, datumKort, datumLang, leeftijd, wanneer } from '../datum';
import { useGebeurde, useNu, useOpdracht, useView } from '../rt/hooks';
import type { Gebeurde } from '../rt/topics';
import { nl } from '../teksten/nl';
import { Dialoog } from '../ui/dialoog';
import { Gordijn } from '../ui/gordijn';
import { Icoon } from '../ui/Icoon';
import { IcoonKnop, Knop } from '../ui/knop';
import { Loper, type Stap } from '../ui/loper';
import { omroep } from '../ui/omroep';
import { Stoel } from '../ui/stoel';
import { Termijn } from '../ui/termijn';
import { Foutlijst, type Foutmelding } from '../ui/veld';
import type { Tafelgast } from './AanTafel';
import { uitProbleem } from './formulier';
import { geopend } from './gezien';
import { Medewerkerkeuze, useMedewerkers } from './Medewerkerkeuze';
import { Wachtregel } from './MeldingPagina';
import { Skelet, WegPagina } from './randpaginas';
import { Naar, navigeer, Paginakop } from './route';
import { Schil } from './Schil';

export function ZaakPagina({ id, ik }: { id: string; ik: Ik }) {
  const queries = useQueryClient();
  const zaak = useQuery({ queryKey: ['zaak', id], queryFn: () => haal<ZaakAntwoord>(`/zaken/${id}`) });
  const toegang = zaak.data?.toegang;
  const zicht = toegang === 'dat' ? 'dat' : 'wat';
  const live = useView<ZaakDat | ZaakWat>(toegang ? `zaak/${id}@${zicht}` : undefined);

  useEffect(() => geopend(id), [id]);
  // A right that went or came: what one may see is asked again, never guessed.
  useEffect(() => {
    if (live.stand === 'weg') queries.resetQueries({ queryKey: ['zaak', id] });
  }, [live.stand, queries, id]);
  // Who is assigned now may see more than before, and only the server knows.
  const versie = live.stand === 'klaar' ? live.v : undefined;
  useEffect(() => {
    if (versie !== undefined) queries.invalidateQueries({ queryKey: ['zaak', id] });
  }, [versie, queries, id]);

  if (zaak.error instanceof Probleem && zaak.error.status === 404) return <WegPagina ik={ik} />;
  if (!zaak.data || (live.stand === 'weg' && zaak.isFetching)) {
    return (
      <Schil ik={ik} kruimels={[{ naam: nl.menu.werkvoorraad, to: '/' }]}>
        <h1 className="vh">{nl.laden}</h1>
        {zaak.error ? <p>{nl.fout.uitleg}</p> : <Skelet regels={6} />}
      </Schil>
    );
  }
  const newest = live.stand === 'klaar' && live.b.versie >= zaak.data.versie ? live.b : zaak.data;
  return zaak.data.toegang === 'dat' ? (
    <Dat zaak={newest} ik={ik} />
  ) : (
    <Wat zaak={newest as ZaakWat} ik={ik} schrijven={zaak.data.toegang === 'schrijven'} />
  );
}

// ---- dat ----

/** Who divides the work of all; the server decides, this only keeps a useless button off the page. */
const VERDEELT = new Set(['werkverdeler', 'wijkteammanager']);

function Dat({ zaak, ik }: { zaak: ZaakDat; ik: Ik }) {
  const now = useNu();
  const [toewijzen, setToewijzen] = useState(false);
  const namen = zaak.behandelaars.map((b) => b.naam);
  return (
    <Schil ik={ik} kruimels={kruimels(zaak)}>
      <div className="zkop">
        <Paginakop titel={zaak.zaaktype_naam}>
          {nl.zaak.titelDat(zaak.zaaktype_naam)} <Gordijn />
        </Paginakop>
        <Termijnrij zaak={zaak} now={now} />
      </div>
      <p className="lead">{nl.zaak.werken(namen)}</p>
      <Loper label={nl.zaak.voortgang} stappen={stappen(zaak)} />
      <section className="gordijnvlak" aria-labelledby="gordijn">
        <div>
          <h2 id="gordijn">
            <Icoon naam="slot" /> {nl.zaak.gordijnTitel}
          </h2>
          <p>{nl.zaak.gordijn}</p>
        </div>
      </section>
      <section className="sectie" aria-labelledby="gegevens">
        <header>
          <h2 id="gegevens">{nl.zaak.gegevens}</h2>
        </header>
        <Gegevens
          regels={[
            [
              nl.zaak.nummer,
              <span key="n" className="kenmerk">
                {zaak.zaaknummer}
              </span>,
            ],
            [nl.zaak.soort, zaak.zaaktype_naam],
            [nl.zaak.status, nl.status[zaak.status]],
            [nl.zaak.binnen, datumLang(zaak.ontvangen_op)],
            [nl.zaak.behandelaars, nl.en(namen) || nl.werkvoorraad.niemand],
          ]}
        />
        {VERDEELT.has(ik.rol) && (
          <div className="knoppen">
            <Knop soort="eerst" onClick={() => setToewijzen(true)}>
              {nl.toewijzen.knop}
            </Knop>
          </div>
        )}
      </section>
      {toewijzen && <Toewijzen zaak={zaak} sluit={() => setToewijzen(false)} />}
    </Schil>
  );
}

// ---- wat ----

function Wat({ zaak, ik, schrijven }: { zaak: ZaakWat; ik: Ik; schrijven: boolean }) {
  const now = useNu();
  const topic = `zaak/${zaak.id}@wat`;
  const persoon = useView<PersoonWat>(`persoon/${zaak.persoon}@wat`);
  const tafel = useView<Aanwezige[]>(`zaak/${zaak.id}@tafel`);
  const [dialoog, setDialoog] = useState<'toewijzen' | 'verslag'>();
  const [fouten, setFouten] = useState<{ fouten: Foutmelding[]; beurt: number }>({ fouten: [], beurt: 0 });
  const begin = useOpdracht();
  const queries = useQueryClient();
  const { gebeurd, sluit } = useWijzigingen(ik, topic, `persoon/${zaak.persoon}@wat`);

  const naam = persoon.stand === 'klaar' ? persoon.b.naam : undefined;
  const titel = naam ? nl.zaak.titel(zaak.zaaktype_naam, naam) : zaak.zaaktype_naam;
  const namen = zaak.behandelaars.map((b) => b.naam);
  const behandelt = zaak.behandelaars.some((b) => b.id === ik.id);
  const gasten = useMemo<Tafelgast[]>(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);

  // A new document is an event of the gesprek, not of the zaak; any change of the zaak is a reason to look again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['documenten', zaak.id] });
  }, [zaak.versie, zaak.id, queries]);

  const neem = async () => {
    try {
      await begin.run(`/zaken/${zaak.id}/in-behandeling`, {});
      setFouten((old) => ({ fouten: [], beurt: old.beurt }));
    } catch (error) {
      setFouten((old) => ({ fouten: uitProbleem(error, () => undefined), beurt: old.beurt + 1 }));
    }
  };

  return (
    <Schil ik={ik} kruimels={kruimels(zaak)} gasten={gasten}>
      <div className="zkop">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Termijnrij zaak={zaak} now={now} />
      </div>
      <p className="lead">
        {nl.zaak.leadWat(zaak.onderwerp)} {nl.zaak.werken(namen)}
      </p>
      <Loper label={nl.zaak.voortgang} stappen={stappen(zaak)} />
      <Wijzigingsbalk gebeurd={gebeurd} sluit={sluit} now={now} />
      <Foutlijst {...fouten} />
      <Wachtregel wacht={begin.wacht} />
      <div className="split">
        <div>
          <section className="sectie" aria-labelledby="documenten">
            <header>
              <h2 id="documenten">{nl.zaak.documenten}</h2>
            </header>
            <Documenten zaak={zaak.id} ik={ik} now={now} />
            {schrijven && (
              <div className="knoppen">
                <Knop soort="eerst" icoon="plus" onClick={() => setDialoog('verslag')}>
                  {nl.zaak.nieuwVerslag}
                </Knop>
                {zaak.status === 'verdeeld' && behandelt && (
                  <Knop soort="tweede" bezig={begin.bezig} onClick={neem}>
                    {nl.zaak.neemInBehandeling}
                  </Knop>
                )}
              </div>
            )}
            {!schrijven && <p className="quiet sm">{nl.zaak.magNiet}</p>}
          </section>
          <section className="sectie" aria-labelledby="melding">
            <header>
              <h2 id="melding">{nl.zaak.melding}</h2>
            </header>
            <p className="verslagtekst">{zaak.toelichting ?? nl.zaak.geenToelichting}</p>
            <Gegevens
              regels={[
                [
                  nl.zaak.nummer,
                  <span key="n" className="kenmerk">
                    {zaak.zaaknummer}
                  </span>,
                ],
                [nl.zaak.binnen, datumLang(zaak.ontvangen_op)],
                [nl.zaak.via, nl.kanaal[zaak.kanaal]],
                [nl.zaak.urgentie, nl.urgentie[zaak.urgentie]],
              ]}
            />
          </section>
        </div>
        <aside className="dossier" aria-label={nl.zaak.gegevens}>
          <Inwoner persoon={persoon.stand === 'klaar' ? persoon.b : undefined} now={now} />
          <section aria-labelledby="behandelaars">
            <h2 id="behandelaars">{nl.zaak.behandelaars}</h2>
            {zaak.behandelaars.map((b) => (
              <div className="mens" key={b.id}>
                <Stoel naam={b.naam} id={b.id} />
                <p>{b.id === ik.id ? nl.zaak.u(b.naam) : b.naam}</p>
              </div>
            ))}
            {zaak.behandelaars.length === 0 && <p className="quiet">{nl.werkvoorraad.niemand}</p>}
            <p className="onderknop">
              <Knop soort="tweede" klein onClick={() => setDialoog('toewijzen')}>
                {nl.toewijzen.knop}
              </Knop>
            </p>
          </section>
          <section aria-labelledby="tijdlijn">
            <h2 id="tijdlijn">{nl.zaak.tijdlijn}</h2>
            <Tijdlijn regels={zaak.tijdlijn} now={now} />
          </section>
        </aside>
      </div>
      {dialoog === 'toewijzen' && <Toewijzen zaak={zaak} sluit={() => setDialoog(undefined)} />}
      {dialoog === 'verslag' && <NieuwVerslag zaak={zaak} ik={ik} sluit={() => setDialoog(undefined)} />}
    </Schil>
  );
}

function useWijzigingen(ik: Ik, ...topics: (string | undefined)[]) {
  const [gebeurd, setGebeurd] = useState<Gebeurde[]>([]);
  const hoor = (e: Gebeurde) => {
    if (e.door?.id === ik.id) return; // what one did oneself is no news
    setGebeurd((old) => [e, ...old]);
    omroep.zeg('wijziging', zin(e));
  };
  useGebeurde(topics[0], hoor);
  useGebeurde(topics[1], hoor);
  return { gebeurd, sluit: () => setGebeurd([]) };
}

function zin(e: Gebeurde): string {
  const regel = (e.b as Partial<ZaakWat>).tijdlijn?.[0];
  return nl.gebeurtenis(
    e.soort,
    e.door?.naam ?? nl.zaak.iemand,
    regel?.soort === e.soort ? (regel.namen ?? []) : [],
  );
}

function Wijzigingsbalk({ gebeurd, sluit, now }: { gebeurd: Gebeurde[]; sluit: () => void; now: Date }) {
  const [eerste, ...rest] = gebeurd;
  if (!eerste) return null;
  const wie = eerste.door;
  return (
    <div className="balk wijziging" data-wijziging={eerste.soort}>
      {wie && <Stoel naam={wie.naam} id={wie.id} klein />}
      <span>
        {zin(eerste)}, {wanneer(eerste.at, now)}. {rest.length > 0 && nl.zaak.enAndere(rest.length)}
      </span>
      <a className="push" href="#tijdlijn">
        {nl.zaak.bekijk}
      </a>
      <IcoonKnop naam={nl.zaak.sluitMelding} icoon="kruis" className="knop--mini" onClick={sluit} />
    </div>
  );
}

function Inwoner({ persoon, now }: { persoon: PersoonWat | undefined; now: Date }) {
  // The number that stood here before lights up when another takes its place.
  const [eerste, setEerste] = useState<{ id: string; telefoon: string | null }>();
  useEffect(() => {
    if (persoon && eerste?.id !== persoon.id)
      setEerste({ id: persoon.id, telefoon: persoon.telefoon ?? null });
  }, [persoon, eerste]);
  const gewijzigd = persoon && eerste?.id === persoon.id && eerste.telefoon !== (persoon.telefoon ?? null);
  return (
    <section aria-labelledby="inwoner">
      <h2 id="inwoner">{nl.zaak.persoon}</h2>
      {!persoon ? (
        <Skelet regels={2} />
      ) : (
        <div className="mens">
          <Stoel naam={persoon.naam} inwoner />
          <p>
            <strong>{persoon.naam}</strong>
            {persoon.geboortedatum && `, ${leeftijd(persoon.geboortedatum, now)} jaar`}
            <br />
            {persoon.adres && (
              <>
                {persoon.adres.straat} {persoon.adres.huisnummer}, {persoon.adres.plaats}
                <br />
              </>
            )}
            {persoon.telefoon && (
              <span className={gewijzigd ? 'vers vers--woord' : undefined}>{persoon.telefoon}</span>
            )}{' '}
            {gewijzigd && <span className="nieuw">{nl.zaak.netGewijzigd}</span>}
          </p>
        </div>
      )}
    </section>
  );
}

/** How long a colleague's new document may stay unseen in an open list. */
const DOCUMENTEN_MS = 5_000;

function Documenten({ zaak, ik, now }: { zaak: string; ik: Ik; now: Date }) {
  const documenten = useQuery({
    queryKey: ['documenten', zaak],
    queryFn: () => haal<{ items: DocumentKort[] }>(`/zaken/${zaak}/documenten`).then((r) => r.items),
    // A new document belongs to the gesprek; no topic of the zaak tells of it yet.
    refetchInterval: DOCUMENTEN_MS,
  });
  if (documenten.isPending) return <Skelet regels={2} />;
  const items = documenten.data ?? [];
  if (items.length === 0) return <p className="quiet">{nl.zaak.geenDocumenten}</p>;
  return (
    <ul className="doclijst">
      {items.map((d) => (
        <li key={d.id} className="rij docrij">
          <Icoon naam="blad" />
          <div>
            <Naar to={`/documenten/${d.id}`}>
              <strong>{d.titel}</strong>
            </Naar>
            <p className="quiet sm">
              {nl.zaak.begonnen(datumKort(d.geopend_op))}. {nl.en(d.deelnemers.map((m) => wieNaam(m, ik)))}
            </p>
          </div>
          <time className="quiet sm" dateTime={d.geopend_op}>
            {wanneer(d.geopend_op, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}

const wieNaam = (wie: Door, ik: Ik) => (wie.id === ik.id ? nl.zaak.u(wie.naam) : wie.naam);

function Tijdlijn({ regels, now }: { regels: Tijdlijnregel[]; now: Date }) {
  const [vanaf] = useState(() => regels[0]?.versie ?? 0);
  return (
    <ol className="tijdlijn">
      {regels.map((r) => (
        <li key={r.versie} className={r.versie > vanaf ? 'vers vers--dooft' : undefined}>
          {r.door ? <Stoel naam={r.door.naam} id={r.door.id} klein /> : <span className="punt" />}
          {nl.gebeurtenis(r.soort, r.door?.naam ?? nl.zaak.iemand, r.namen ?? [])}
          {r.reden && <span className="quiet">: {r.reden}</span>}
          <time dateTime={r.at}>{wanneer(r.at, now)}</time>
        </li>
      ))}
    </ol>
  );
}

function Toewijzen({ zaak, sluit }: { zaak: ZaakDat; sluit: () => void }) {
  const medewerkers = useMedewerkers();
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState(() => new Set(zaak.behandelaars.map((b) => b.id)));
  const [fout, setFout] = useState<string>();
  const namen = (medewerkers.data ?? []).filter((m) => gekozen.has(m.id)).map((m) => m.naam);

  const bevestig = async (event: FormEvent) => {
    event.preventDefault();
    setFout(gekozen.size === 0 ? nl.toewijzen.niemand : undefined);
    if (gekozen.size === 0) return;
    try {
      if (await run<Uitgevoerd>(`/zaken/${zaak.id}/toewijzen`, { behandelaars: [...gekozen] })) sluit();
    } catch (error) {
      setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <Dialoog titel={nl.toewijzen.titel} sluit={sluit}>
      <form onSubmit={bevestig} className="formulier">
        <p>{nl.toewijzen.uitleg}</p>
        <Medewerkerkeuze legend={nl.toewijzen.legend} gekozen={gekozen} kies={setGekozen} fout={fout} />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.toewijzen.bevestig(namen)}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}

function NieuwVerslag({ zaak, ik, sluit }: { zaak: ZaakWat; ik: Ik; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState(
    () => new Set(zaak.behandelaars.map((b) => b.id).filter((b) => b !== ik.id)),
  );
  const [fout, setFout] = useState<string>();

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setFout(undefined);
    try {
      const done = await run<Uitgevoerd>(`/zaken/${zaak.id}/documenten`, {
        soort: 'gespreksverslag',
        deelnemers: [ik.id, ...gekozen],
      });
      if (done) navigeer(`/documenten/${done.id}`);
    } catch (error) {
      setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <Dialoog titel={nl.verslag.nieuwTitel} sluit={sluit}>
      <form onSubmit={begin} className="formulier">
        <p>
          {nl.verslag.nieuwUitleg} {nl.verslag.ikAltijd}
        </p>
        <Medewerkerkeuze
          legend={nl.toewijzen.legend}
          gekozen={gekozen}
          kies={setGekozen}
          zonder={ik.id}
          fout={fout}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.verslag.begin}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}

// ---- shared ----

const kruimels = (zaak: ZaakDat) => [{ naam: nl.menu.werkvoorraad, to: '/' }, { naam: zaak.zaaknummer }];

const ORDE: Zaakstatus[] = ['ontvangen', 'verdeeld', 'onderzoek'];

function stappen(zaak: ZaakDat): Stap[] {
  const hier = ORDE.indexOf(zaak.status);
  const namen = nl.en(zaak.behandelaars.map((b) => b.naam));
  const onder = [datumDag(zaak.ontvangen_op), namen || undefined, undefined];
  const lopend = ORDE.map((s, i) => ({
    naam: nl.zaak.stappen[s],
    stand: i < hier ? ('klaar' as const) : i === hier ? ('nu' as const) : ('straks' as const),
    onder: i <= hier ? onder[i] : undefined,
  }));
  return [
    ...lopend,
    {
      naam: nl.zaak.stappen.besluit,
      stand: 'straks',
      onder: nl.termijn.uiterlijk(datumDag(zaak.uiterlijk_op)),
    },
    { naam: nl.zaak.stappen.klaar, stand: 'straks' },
  ];
}

function Termijnrij({ zaak, now }: { zaak: ZaakDat; now: Date }) {
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const type = zaaktypen.data?.find((z) => z.code === zaak.zaaktype);
  return (
    <div className="termijnrij">
      <Termijn uiterlijkOp={zaak.uiterlijk_op} now={now} />
      <details className="waarom">
        <summary>
          <time dateTime={zaak.uiterlijk_op}>{datumKort(zaak.uiterlijk_op)}</time>, {nl.termijn.waarom}
        </summary>
        <p>
          {type
            ? nl.termijn.uitleg(nl.wet[type.wet], type.doorlooptijd_dagen, datumLang(zaak.ontvangen_op))
            : nl.termijn.uitlegKort(datumLang(zaak.ontvangen_op))}
        </p>
      </details>
    </div>
  );
}

function Gegevens({ regels }: { regels: [string, React.ReactNode][] }) {
  return (
    <dl className="utrecht-data-list gegevens">
      {regels.map(([naam, waarde]) => (
        <div className="utrecht-data-list__item" key={naam}>
          <dt className="utrecht-data-list__item-key">{naam}</dt>
          <dd className="utrecht-data-list__item-value">{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}
