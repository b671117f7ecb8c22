// A zaak with its content: the melding, its documents, the resident and what happened.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type {
  Aanwezige,
  DocumentKort,
  Door,
  HuishoudenAntwoord,
  Ik,
  PersoonWat,
  Tijdlijnregel,
  ZaakWat,
} from '../../api/types';
import { datumKort, datumLang, leeftijd, wanneer } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useNieuws, useNu, useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Loper } from '../../ui/loper';
import { Stoel } from '../../ui/stoel';
import { Foutlijst, type Foutmelding } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import type { Tafelgast } from '../AanTafel';
import { uitProbleem } from '../formulier';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { useAls, useToestemming } from '../toekenning/Meldingen';
import { BesluitSectie } from './besluit/BesluitSectie';
import { Contactverslag } from './Contactverslag';
import { Gegevens, kruimels, stappen, Termijnrij } from './delen';
import { NieuwVerslag } from './NieuwVerslag';
import { Meeleesbalk } from './Toestemming';
import { Toewijzen } from './Toewijzen';
import { Taken } from './taken/Taken';
import { useWijzigingen, Wijzigingsbalk } from './Wijzigingen';

export function Wat({ zaak, ik, schrijven }: { zaak: ZaakWat; ik: Ik; schrijven: boolean }) {
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
  // Who reads by consent says nothing of who works on it.
  const leestMee = useToestemming(ik, zaak.id)?.stand === 'geldt' && !schrijven;
  const als = useAls(ik);
  const behandelt = zaak.behandelaars.some((b) => als.has(b.id));
  const gasten = useMemo<Tafelgast[]>(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);

  // A document belongs to the gesprek, not to the zaak: who takes part hears on a topic of their own that there is news.
  const nieuws = useNieuws(ik);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news and the version are the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['documenten', zaak.id] });
  }, [nieuws, zaak.versie, zaak.id, queries]);

  const neem = async () => {
    try {
      await begin.run(`/zaken/${zaak.id}/in-behandeling`, {});
      setFouten((old) => ({ fouten: [], beurt: old.beurt }));
    } catch (error) {
      setFouten((old) => ({ fouten: uitProbleem(error, () => undefined), beurt: old.beurt + 1 }));
    }
  };

  return (
    <Schil ik={ik} kruimels={kruimels(zaak)} gasten={gasten} kring={zaak.behandelaars}>
      <div className="zkop">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Termijnrij zaak={zaak} now={now} />
      </div>
      <p className="lead">
        {nl.zaak.leadWat(zaak.onderwerp)} {nl.zaak.werken(namen)}
      </p>
      <Loper label={nl.zaak.voortgang} stappen={stappen(zaak)} />
      <Wijzigingsbalk gebeurd={gebeurd} sluit={sluit} now={now} />
      {!schrijven && <Meeleesbalk zaak={zaak.id} ik={ik} />}
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
          <Taken zaak={zaak} ik={ik} schrijven={schrijven} now={now} />
          <BesluitSectie zaak={zaak} ik={ik} schrijven={schrijven} />
          <section className="sectie" aria-labelledby="melding">
            <header>
              <h2 id="melding">{nl.zaak.melding}</h2>
            </header>
            {zaak.contact ? (
              <Contactverslag id={zaak.contact} ik={ik} now={now} />
            ) : (
              <p className="verslagtekst">{zaak.toelichting ?? nl.zaak.geenToelichting}</p>
            )}
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
            {!leestMee && (
              <p className="onderknop">
                <Knop soort="tweede" klein onClick={() => setDialoog('toewijzen')}>
                  {nl.toewijzen.knop}
                </Knop>
              </p>
            )}
          </section>
          <section aria-labelledby="tijdlijn">
            <h2 id="tijdlijn">{nl.zaak.tijdlijn}</h2>
            <Tijdlijn zaak={zaak} now={now} />
            <p className="onderknop">
              <Naar to={`/zaken/${zaak.id}/tijdreis`}>{nl.tijdreis.link}</Naar>
            </p>
          </section>
        </aside>
      </div>
      {dialoog === 'toewijzen' && <Toewijzen zaak={zaak} sluit={() => setDialoog(undefined)} />}
      {dialoog === 'verslag' && <NieuwVerslag zaak={zaak} ik={ik} sluit={() => setDialoog(undefined)} />}
    </Schil>
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
            {persoon.adres_geheim && (
              <span className="sm">
                <Icoon naam="slot" /> {nl.zaak.adresGeheim}
                <br />
              </span>
            )}
            {persoon.telefoon && (
              <span className={gewijzigd ? 'vers vers--woord' : undefined}>{persoon.telefoon}</span>
            )}{' '}
            {gewijzigd && <span className="nieuw">{nl.zaak.netGewijzigd}</span>}
          </p>
        </div>
      )}
      {persoon && <NaarHuishouden persoon={persoon.id} />}
    </section>
  );
}

/** The way to who lives there, when that was recorded and one may see it. */
function NaarHuishouden({ persoon }: { persoon: string }) {
  const thuis = useQuery({
    queryKey: ['huishouden-van', persoon],
    queryFn: () => haal<HuishoudenAntwoord>(`/personen/${persoon}/huishouden`),
  });
  const huishouden = thuis.data?.huishouden;
  if (!huishouden) return null;
  return (
    <p className="onderknop">
      <Naar to={`/huishoudens/${huishouden.id}`}>{nl.zaak.huishouden}</Naar>
    </p>
  );
}

function Documenten({ zaak, ik, now }: { zaak: string; ik: Ik; now: Date }) {
  const documenten = useQuery({
    queryKey: ['documenten', zaak],
    queryFn: () => haal<{ items: DocumentKort[] }>(`/zaken/${zaak}/documenten`).then((r) => r.items),
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

/** Of which taak a line tells. */
const watVan = (zaak: ZaakWat, r: Tijdlijnregel) =>
  zaak.taken?.find((taak) => taak.id === r.over)?.omschrijving;

function Tijdlijn({ zaak, now }: { zaak: ZaakWat; now: Date }) {
  const regels = zaak.tijdlijn;
  const [vanaf] = useState(() => regels[0]?.versie ?? 0);
  return (
    <ol className="tijdlijn">
      {regels.map((r) => (
        <li key={r.versie} className={r.versie > vanaf ? 'vers vers--dooft' : undefined}>
          {r.door ? <Stoel naam={r.door.naam} id={r.door.id} klein /> : <span className="punt" />}
          {nl.gebeurtenis(r.soort, nl.door(r.door) ?? nl.zaak.iemand, r.namen ?? [], watVan(zaak, r))}
          {r.reden && <span className="quiet">: {r.reden}</span>}
          <time dateTime={r.at}>{wanneer(r.at, now)}</time>
        </li>
      ))}
    </ol>
  );
}
