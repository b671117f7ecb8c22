// A zaak with its content: the melding, its documents, the resident and what happened.
import { useEffect, useMemo, useState } from 'react';
import type { Aanwezige, Ik, PersoonWat, ZaakWat } from '../../api/types';
import { datumLang } from '../../datum';
import { Paginakop } from '../../route';
import { useNu, useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Loper } from '../../ui/loper';
import { Stoel } from '../../ui/stoel';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import type { Tafelgast } from '../AanTafel';
import { uitProbleem, useFouten } from '../formulier';
import { Schil } from '../Schil';
import { useAls } from '../toekenning/Meldingen';
import { Brieven } from './Brieven';
import { BesluitSectie } from './besluit/BesluitSectie';
import { Contactverslag } from './Contactverslag';
import { Documenten } from './Documenten';
import { Gegevens, kruimels, stappen, Termijnrij } from './delen';
import { Inwoner } from './Inwoner';
import { Kernregel } from './Kernregel';
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
  const tafel = useView<Aanwezige[]>(`zaak/${zaak.id}@tafel`);
  const [dialoog, setDialoog] = useState<'toewijzen' | 'verslag'>();
  const begin = useBegin(zaak.id);
  const { gebeurd, sluit } = useWijzigingen(ik, `zaak/${zaak.id}@wat`, bijPersoon);

  const gewijzigd = useMemo(() => perPlek(gebeurd), [gebeurd]);
  const naam = persoon.stand === 'klaar' ? persoon.b.naam : undefined;
  const titel = naam ? nl.zaak.titel(zaak.zaaktype_naam, naam) : zaak.zaaktype_naam;
  const namen = zaak.behandelaars.map((b) => b.naam);
  const als = useAls(ik);
  const behandelt = zaak.behandelaars.some((b) => als.has(b.id));
  const gasten = useMemo<Tafelgast[]>(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);

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
      <Foutlijst fouten={begin.fouten} beurt={begin.beurt} />
      <Wachtregel wacht={begin.wacht} />
      <GewijzigdProvider value={gewijzigd}>
        <div className="split">
          <div>
            <Documenten zaak={zaak} ik={ik} now={now}>
              {schrijven && (
                <div className="knoppen">
                  <Knop soort="eerst" icoon="plus" onClick={() => setDialoog('verslag')}>
                    {nl.zaak.nieuwVerslag}
                  </Knop>
                  <NeemKnop zaak={zaak} behandelt={behandelt} begin={begin} />
                </div>
              )}
              {!schrijven && <p className="quiet sm">{nl.zaak.magNiet}</p>}
            </Documenten>
            <Taken zaak={zaak} ik={ik} schrijven={schrijven} now={now} />
            <BesluitSectie zaak={zaak} ik={ik} schrijven={schrijven} />
            <Brieven zaak={zaak} ik={ik} now={now} />
            <Melding zaak={zaak} ik={ik} now={now} />
          </div>
          <aside className="dossier" aria-label={nl.zaak.gegevens}>
            <Inwoner persoon={persoon.stand === 'klaar' ? persoon.b : undefined} now={now} />
            <Behandelaars
              zaak={zaak}
              ik={ik}
              wijsToe={!verdeelt ? undefined : () => setDialoog('toewijzen')}
            />
            <Verloop zaak={zaak} now={now} />
          </aside>
        </div>
      </GewijzigdProvider>
      {dialoog === 'toewijzen' && <Toewijzen zaak={zaak} sluit={() => setDialoog(undefined)} />}
      {dialoog === 'verslag' && <NieuwVerslag zaak={zaak} ik={ik} sluit={() => setDialoog(undefined)} />}
    </Schil>
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
  if (!kan && (!was || zelf)) return null;
  const reden = kan ? undefined : behandelt ? nl.zaak.alBegonnen : nl.zaak.nietMeerVanU;
  return (
    <>
      <Knop
        soort="tweede"
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
    </>
  );
}

interface MeldingProps {
  zaak: ZaakWat;
  ik: Ik;
  now: Date;
}

/** What it began with. */
function Melding({ zaak, ik, now }: MeldingProps) {
  return (
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
  );
}

interface BehandelaarsProps {
  zaak: ZaakWat;
  ik: Ik;
  /** Absent for who may not. */
  wijsToe?: () => void;
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
