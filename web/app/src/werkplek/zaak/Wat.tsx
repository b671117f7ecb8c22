// A zaak with its content: what the resident said, what came of it, whom it is about and what happened.
import { useEffect, useMemo, useState } from 'react';
import type { Ik, PersoonWat, ZaakWat } from '../../api/types';
import { datumLang } from '../../datum';
import { Paginakop } from '../../route';
import { useNu, useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Loper } from '../../ui/loper';
import { Stoel } from '../../ui/stoel';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { Schil } from '../Schil';
import { useAls } from '../toekenning/Meldingen';
import { Brieven } from './Brieven';
import { BesluitSectie } from './besluit/BesluitSectie';
import { Contactverslag } from './Contactverslag';
import { Documenten } from './Documenten';
import { DelenProvider, KijktHier, useAanTafel } from './deel';
import { Gegevens, kruimels, stappen, Termijnrij } from './delen';
import { eersteDaad } from './eerst';
import { Inwoner } from './Inwoner';
import { Kernregel } from './Kernregel';
import { Klantcontacten } from './klantcontact/Klantcontacten';
import { NieuwVerslag } from './NieuwVerslag';
import { Terugleggen } from './Terugleggen';
import { Meeleesbalk } from './Toestemming';
import { Toewijzen } from './Toewijzen';
import { Taken } from './taken/Taken';
import { Verloop } from './Verloop';
import { GewijzigdProvider, NetGewijzigd, perPlek, useWijzigingen, Wijzigingsbalk } from './Wijzigingen';

export interface WatProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  /** Whether one may say who works on it. */
  verdeelt: boolean;
}

export function Wat({ zaak, ik, schrijven, verdeelt }: WatProps) {
  const now = useNu();
  const bijPersoon = `persoon/${zaak.persoon}@wat`;
  const persoon = useView<PersoonWat>(bijPersoon);
  const [dialoog, setDialoog] = useState<'toewijzen' | 'verslag'>();
  const begin = useBegin(zaak.id);
  const { gebeurd, sluit } = useWijzigingen(ik, `zaak/${zaak.id}@wat`, bijPersoon);

  const gewijzigd = useMemo(() => perPlek(gebeurd), [gebeurd]);
  const naam = persoon.stand === 'klaar' ? persoon.b.naam : undefined;
  const titel = naam ? nl.zaak.titel(zaak.zaaktype_naam, naam) : zaak.zaaktype_naam;
  const namen = zaak.behandelaars.map((b) => b.naam);
  const als = useAls(ik);
  const behandelt = zaak.behandelaars.some((b) => als.has(b.id));
  const { gasten, perDeel, vak } = useAanTafel(zaak.id, ik);

  return (
    <Schil ik={ik} kruimels={kruimels(ik, zaak)} gasten={gasten} kring={zaak.behandelaars}>
      <div className="zkop">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Termijnrij zaak={zaak} now={now} urgentie={zaak.urgentie} />
      </div>
      <p className="lead">
        {nl.zaak.leadWat(zaak.onderwerp)} {nl.zaak.werken(namen)}
      </p>
      {zaak.urgentie === 'crisis' && zaak.status !== 'besloten' && persoon.stand === 'klaar' && (
        <Kernregel zaak={zaak} persoon={persoon.b} now={now} />
      )}
      <Loper label={nl.zaak.voortgang} stappen={stappen(zaak)} />
      <Wijzigingsbalk gebeurd={gebeurd} sluit={sluit} now={now} />
      {!schrijven && <Meeleesbalk zaak={zaak.id} ik={ik} />}
      {!schrijven && <p className="quiet sm">{nl.zaak.magNiet}</p>}
      <Foutlijst fouten={begin.fouten} beurt={begin.beurt} />
      <Wachtregel wacht={begin.wacht} />
      {schrijven && <NeemKnop zaak={zaak} behandelt={behandelt} begin={begin} />}
      <GewijzigdProvider value={gewijzigd}>
        <DelenProvider value={perDeel}>
          <div className="split" ref={vak}>
            <Delen
              zaak={zaak}
              ik={ik}
              schrijven={schrijven}
              behandelt={behandelt}
              persoon={naam}
              begin={() => setDialoog('verslag')}
            />
            <Terzijde
              zaak={zaak}
              ik={ik}
              persoon={persoon.stand === 'klaar' ? persoon.b : undefined}
              wijsToe={!verdeelt ? undefined : () => setDialoog('toewijzen')}
            />
          </div>
        </DelenProvider>
      </GewijzigdProvider>
      {dialoog === 'toewijzen' && <Toewijzen zaak={zaak} sluit={() => setDialoog(undefined)} />}
      {dialoog === 'verslag' && <NieuwVerslag zaak={zaak} ik={ik} sluit={() => setDialoog(undefined)} />}
    </Schil>
  );
}

interface DelenProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  behandelt: boolean;
  /** Whom it is about, once known. */
  persoon: string | undefined;
  /** A new report. */
  begin: () => void;
}

/** What the resident said, and what came of it. */
function Delen({ zaak, ik, schrijven, behandelt, persoon, begin }: DelenProps) {
  const now = useNu();
  const [besluitOpen, setBesluitOpen] = useState(false);
  const eerst = eersteDaad(ik, zaak, { behandelt, besluitOpen });
  const nieuw = schrijven ? { nieuw: { eerst: eerst === 'verslag', doe: begin } } : {};
  return (
    <div>
      <Melding zaak={zaak} ik={ik} now={now} />
      <Documenten zaak={zaak} ik={ik} now={now} {...nieuw} />
      <Taken zaak={zaak} ik={ik} schrijven={schrijven} now={now} />
      <Klantcontacten zaak={zaak} ik={ik} schrijven={schrijven} persoon={persoon} />
      <BesluitSectie
        zaak={zaak}
        ik={ik}
        schrijven={schrijven}
        eerst={eerst === 'besluit'}
        open={besluitOpen}
        zetOpen={setBesluitOpen}
      />
      <Brieven zaak={zaak} ik={ik} now={now} />
    </div>
  );
}

/** Taking a zaak that was given to one into behandeling. */
function useBegin(zaak: string) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const neem = async () => {
    try {
      await run(`/zaken/${zaak}/in-behandeling`, {});
      toon([]);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return { neem, bezig, wacht, fouten, beurt };
}

interface NeemKnopProps {
  zaak: ZaakWat;
  behandelt: boolean;
  begin: ReturnType<typeof useBegin>;
}

/** Was it there when one came, and did a colleague's act take it away, it stays with why it does nothing any more (C11). */
function NeemKnop({ zaak, behandelt, begin }: NeemKnopProps) {
  const kan = zaak.status === 'verdeeld' && behandelt;
  const [was, setWas] = useState(kan);
  const [zelf, setZelf] = useState(false);
  useEffect(() => {
    if (kan) setWas(true);
  }, [kan]);
  // By one's own press the button goes: the focus goes to what it was about, and not to nowhere.
  useEffect(() => {
    if (!kan && zelf) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [kan, zelf]);
  if (!kan && (!was || zelf)) return null;
  const reden = kan ? undefined : behandelt ? nl.zaak.alBegonnen : nl.zaak.nietMeerVanU;
  return (
    <div className="knoppen">
      <Knop
        soort={kan ? 'eerst' : 'tweede'}
        bezig={begin.bezig}
        aria-disabled={kan ? undefined : true}
        {...(reden ? { 'aria-describedby': 'neem-reden' } : {})}
        onClick={() => {
          setZelf(true);
          void begin.neem();
        }}
      >
        {nl.zaak.neemInBehandeling}
      </Knop>
      {reden && (
        <span className="quiet sm" id="neem-reden" data-reden>
          {reden}
        </span>
      )}
    </div>
  );
}

interface MeldingProps {
  zaak: ZaakWat;
  ik: Ik;
  now: Date;
}

/** What it began with, in the words of who reported it. */
function Melding({ zaak, ik, now }: MeldingProps) {
  return (
    <section className="sectie" aria-labelledby="melding" data-deel="contacten">
      <header>
        <h2 id="melding">{nl.zaak.melding}</h2>
        <KijktHier deel="contacten" />
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
  );
}

interface BehandelaarsProps {
  zaak: ZaakWat;
  ik: Ik;
  /** Absent for who may not. */
  wijsToe?: (() => void) | undefined;
}

/** Who it is about, who works on it and what happened. */
function Terzijde({ persoon, ...props }: BehandelaarsProps & { persoon: PersoonWat | undefined }) {
  const now = useNu();
  return (
    <aside className="dossier" aria-label={nl.zaak.gegevens}>
      <Inwoner persoon={persoon} now={now} />
      <Behandelaars {...props} />
      <Verloop zaak={props.zaak} now={now} />
    </aside>
  );
}

function Behandelaars({ zaak, ik, wijsToe }: BehandelaarsProps) {
  return (
    <section aria-labelledby="behandelaars">
      <h2 id="behandelaars">{nl.zaak.behandelaars}</h2>
      <NetGewijzigd plek="#behandelaars" />
      {zaak.behandelaars.map((b) => (
        <div className="mens" key={b.id}>
          <Stoel naam={b.naam} id={b.id} />
          <p>{b.id === ik.id ? nl.zaak.u(b.naam) : b.naam}</p>
        </div>
      ))}
      {zaak.behandelaars.length === 0 && <p className="quiet">{nl.werkvoorraad.niemand}</p>}
      {wijsToe && (
        <p className="onderknop">
          <Knop soort="tweede" klein onClick={wijsToe}>
            {nl.toewijzen.knop}
          </Knop>{' '}
          <Terugleggen zaak={zaak} />
        </p>
      )}
    </section>
  );
}
