// A zaak behind the curtain: that it runs, how far it is and who works on it.
import { useState } from 'react';
import type { Ik, Rol, ZaakDat } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Loper } from '../../ui/loper';
import { Schil } from '../Schil';
import { BesluitToets } from './besluit/BesluitToets';
import { toetst } from './besluit/rollen';
import { Gegevens, kruimels, stappen, Termijnrij } from './delen';
import { ContactDialoog } from './klantcontact/ContactDialoog';
import { Terugleggen } from './Terugleggen';
import { Toestemming } from './Toestemming';
import { Toewijzen } from './Toewijzen';
import { useWijzigingen, Wijzigingsbalk } from './Wijzigingen';

/** Who hears what somebody says about a zaak of which they may not read. */
const BALIE: ReadonlySet<Rol> = new Set(['frontoffice', 'kcc']);

export interface DatProps {
  zaak: ZaakDat;
  ik: Ik;
  /** Whether one may say who works on it. */
  verdeelt: boolean;
  /** The topic that tells it. */
  topic: string;
}

export function Dat({ zaak, ik, verdeelt, topic }: DatProps) {
  const now = useNu();
  const [toewijzen, setToewijzen] = useState(false);
  const { gebeurd, sluit } = useWijzigingen(ik, topic);
  const namen = zaak.behandelaars.map((b) => b.naam);
  return (
    <Schil ik={ik} kruimels={kruimels(ik, zaak)} kring={zaak.behandelaars}>
      <div className="zkop">
        <Paginakop titel={zaak.zaaktype_naam}>
          {nl.zaak.titelDat(zaak.zaaktype_naam)} <Gordijn />
        </Paginakop>
        <Termijnrij zaak={zaak} now={now} />
      </div>
      <p className="lead">{nl.zaak.werken(namen)}</p>
      <Loper label={nl.zaak.voortgang} stappen={stappen(zaak)} />
      <Wijzigingsbalk gebeurd={gebeurd} sluit={sluit} now={now} plek="#gegevens" />
      {toetst(ik, zaak) && <BesluitToets zaak={zaak} ik={ik} />}
      <section className="gordijnvlak" aria-labelledby="gordijn">
        <div>
          <h2 id="gordijn">
            <Icoon naam="slot" /> {nl.zaak.gordijnTitel}
          </h2>
          <p>{nl.zaak.gordijn}</p>
        </div>
      </section>
      {BALIE.has(ik.rol) && <Doorgeven zaak={zaak} />}
      <Toestemming zaak={zaak.id} ik={ik} />
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
        {ik.rol === 'privacyfunctionaris' && (
          <p className="onderknop">
            <Naar to={`/zaken/${zaak.id}/tijdreis`}>{nl.tijdreis.link}</Naar>
          </p>
        )}
        {verdeelt && (
          <div className="knoppen">
            <Knop soort="eerst" onClick={() => setToewijzen(true)}>
              {nl.toewijzen.knop}
            </Knop>
            <Terugleggen zaak={zaak} />
          </div>
        )}
      </section>
      {toewijzen && <Toewijzen zaak={zaak} sluit={() => setToewijzen(false)} />}
    </Schil>
  );
}

/** Somebody calls about it: who works on it reads it at once, and calls back. */
function Doorgeven({ zaak }: { zaak: ZaakDat }) {
  const [open, setOpen] = useState(false);
  const [gedaan, setGedaan] = useState(false);
  const t = nl.klantcontact;
  const namen = nl.en(zaak.behandelaars.map((b) => b.naam));
  return (
    <section className="sectie" aria-labelledby="doorgeven">
      <header>
        <h2 id="doorgeven">{t.titel}</h2>
      </header>
      <p role="status">{gedaan && t.doorgegeven}</p>
      <div className="knoppen">
        <Knop soort="tweede" icoon="plus" onClick={() => setOpen(true)}>
          {t.door}
        </Knop>
      </div>
      {open && (
        <ContactDialoog
          zaak={zaak.id}
          door={namen ? t.doorUitleg(namen) : t.doorNiemand}
          gedaan={() => setGedaan(true)}
          sluit={() => setOpen(false)}
        />
      )}
    </section>
  );
}
