// Protected dossiers: for who looks after them. The list is live, and so is who looked.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { BeschermdRij, BeschermdWat, Ik, Openingen, PersoonKort, Uitgevoerd } from '../../api/types';
import { datumKort, tijdTel } from '../../datum';
import { Paginakop } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { sporen } from '../../teksten/sporen';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Foutlijst, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { wieDeed } from '../sporen/wie';
import { gezienTot } from './alarm';
import { Formulier } from './Formulier';

const t = nl.beschermd;

export function BeschermdPagina({ ik }: { ik: Ik }) {
  const wat = useView<BeschermdWat>(`beschermd/${ik.gemeente.id}`);
  const geopend = wat.stand === 'klaar' ? wat.b.geopend : undefined;
  useEffect(() => {
    if (geopend !== undefined) gezienTot(geopend);
  }, [geopend]);
  if (wat.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      {wat.stand === 'laden' && <Skelet regels={4} />}
      {wat.stand === 'klaar' && (
        <section className="sectie smal" aria-labelledby="beschermd">
          <header>
            <h2 id="beschermd">{t.lijst}</h2>
          </header>
          <p role="status">{wat.b.aantal === 0 ? t.geen : t.aantal(wat.b.aantal)}</p>
          <ul className="ledenlijst">
            {wat.b.items.map((rij) => (
              <Rij key={rij.persoon.id} rij={rij} />
            ))}
          </ul>
        </section>
      )}
      <Nieuw />
      {wat.stand === 'klaar' && ik.rol === 'privacyfunctionaris' && <Geopend keer={wat.b.geopend} />}
    </Schil>
  );
}

function Nieuw() {
  const [persoon, setPersoon] = useState<PersoonKort>();
  const [gedaan, setGedaan] = useState<string>();
  return (
    <section className="sectie smal" aria-labelledby="nieuw">
      <header>
        <h2 id="nieuw">{t.nieuw}</h2>
      </header>
      <p role="status">{gedaan && t.gedaan(gedaan)}</p>
      {persoon ? (
        <>
          <OverWie naam={persoon.naam} />
          <Formulier
            persoon={persoon.id}
            gedaan={() => {
              setGedaan(persoon.naam);
              setPersoon(undefined);
            }}
            terug={t.ander}
            sluit={() => setPersoon(undefined)}
          />
        </>
      ) : (
        <>
          <p className="quiet">{t.zoekUitleg}</p>
          <PersoonZoeken kies={setPersoon} waar="/beschermd/personen" />
        </>
      )}
    </section>
  );
}

/** Whom was chosen: the work goes on here. */
function OverWie({ naam }: { naam: string }) {
  const hier = useFocusBij<HTMLHeadingElement>(naam);
  return (
    <h3 ref={hier} tabIndex={-1}>
      {t.van(naam)}
    </h3>
  );
}

function Rij({ rij }: { rij: BeschermdRij }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const [open, setOpen] = useState<'wijzig' | 'hef_op'>();
  const tot = rij.tot_en_met ? datumKort(rij.tot_en_met) : undefined;
  const { naam, id } = rij.persoon;
  const hefOp = async () => {
    setOpen(undefined);
    try {
      await run<Uitgevoerd>(`/personen/${id}/bescherming/opheffen`, {});
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <li className="rij" data-beschermd={naam}>
      <h3>{naam}</h3>
      <p>
        {t.gronden[rij.grond]}
        <br />
        <span className="quiet sm">
          {rij.geldt ? t.periode(datumKort(rij.van), tot) : t.straks(datumKort(rij.van), tot)}
        </span>
        <br />
        {t.mogen(rij.medewerkers.map((wie) => wie.naam).join(', '))}
      </p>
      {rij.wachtend > 0 && <p className="balk balk--uitleg">{t.wachtend(rij.wachtend)}</p>}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {open === 'wijzig' ? (
        <Formulier
          persoon={id}
          nu={rij}
          gedaan={() => setOpen(undefined)}
          terug={nl.terug}
          sluit={() => setOpen(undefined)}
        />
      ) : (
        <div className="knoppen">
          <Knop klein aria-label={t.wijzigVan(naam)} onClick={() => setOpen('wijzig')}>
            {t.wijzig}
          </Knop>
          <Knop klein bezig={bezig} aria-label={t.hefOpVan(naam)} onClick={() => setOpen('hef_op')}>
            {t.hefOp}
          </Knop>
        </div>
      )}
      {open === 'hef_op' && (
        <Dialoog titel={t.hefOpTitel} sluit={() => setOpen(undefined)}>
          <p>{t.hefOpUitleg(naam)}</p>
          <div className="knoppen">
            <Knop soort="gevaar" onClick={() => void hefOp()}>
              {t.jaHefOp}
            </Knop>
            <Knop soort="stil" onClick={() => setOpen(undefined)}>
              {nl.terug}
            </Knop>
          </div>
        </Dialoog>
      )}
    </li>
  );
}

/** Read again when somebody looked: the page says by itself that there is something to read. */
function Geopend({ keer }: { keer: number }) {
  const lijst = useQuery({
    queryKey: ['openingen', keer],
    queryFn: () => haal<Openingen>('/beschermd/openingen').then(({ items }) => items),
    placeholderData: (vorige) => vorige,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className="sectie smal" aria-labelledby="openingen">
      <header>
        <h2 id="openingen">{t.openingen}</h2>
      </header>
      <p className="quiet sm">{t.openingenUitleg}</p>
      {lijst.isPending && <Skelet regels={4} />}
      {lijst.data?.length === 0 && <p>{t.geenOpeningen}</p>}
      <ul className="ledenlijst">
        {lijst.data?.map((regel) => (
          <li
            key={`${regel.at}${regel.n}`}
            className="rij"
            data-opening={regel.wie?.naam}
            data-uitkomst={regel.uitkomst}
          >
            <p>
              <strong>{wieDeed(regel)}</strong>: {regel.handeling_naam}{' '}
              {t.over(nl.en(regel.betrokkenen.map((wie) => wie.naam ?? sporen.spoor.naamloos)))}{' '}
              {regel.code && <span className="chip">{t.geweigerd}</span>}
            </p>
            <time className="quiet sm" dateTime={regel.at}>
              {datumKort(regel.at)} {tijdTel(regel.at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
