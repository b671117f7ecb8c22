// Who was spoken to in a zaak, newest first, and the form with which a call is noted before the next one (KING-KC1).
import clsx from 'clsx';
import { useState } from 'react';
import type { Ik, KlantcontactWat, ZaakWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { NetGewijzigd } from '../Wijzigingen';
import { ContactDialoog } from './ContactDialoog';

const t = nl.klantcontact;

/** How many are seen at once. */
const EERST = 3;

interface KlantcontactenProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  /** Whom it is about, once known. */
  persoon: string | undefined;
}

export function Klantcontacten({ zaak, ik, schrijven, persoon }: KlantcontactenProps) {
  const alle = zaak.klantcontacten ?? [];
  const leeg = alle.length === 0;
  const [open, setOpen] = useState(false);
  // What was there when the page opened does not light up.
  const [eerste] = useState(() => new Set(alle.map((een) => een.id)));
  const rest = alle.slice(EERST);
  const rij = (een: KlantcontactWat) => (
    <Regel key={een.id} contact={een} ik={ik} vers={!eerste.has(een.id)} />
  );
  return (
    <section
      className={clsx('sectie', leeg && 'sectie--leeg')}
      aria-labelledby="klantcontacten"
      data-klantcontacten={alle.length}
    >
      <header>
        <h2 id="klantcontacten">{t.titel}</h2>
        {alle.length > 0 && <span className="quiet sm">{t.telling(alle.length)}</span>}
        <NetGewijzigd plek="#klantcontacten" />
      </header>
      {leeg && <p className="quiet">{t.geen}</p>}
      {alle.length > 0 && <ul className="werklijst">{alle.slice(0, EERST).map(rij)}</ul>}
      {rest.length > 0 && (
        <details>
          <summary>{t.eerder(rest.length)}</summary>
          <ul className="werklijst">{rest.map(rij)}</ul>
        </details>
      )}
      {schrijven && (
        <div className="knoppen">
          <Knop soort={leeg ? 'stil' : 'tweede'} klein={leeg} icoon="plus" onClick={() => setOpen(true)}>
            {t.noteer}
          </Knop>
        </div>
      )}
      {open && <ContactDialoog zaak={zaak.id} met={persoon} sluit={() => setOpen(false)} />}
    </section>
  );
}

function Regel({ contact, ik, vers }: { contact: KlantcontactWat; ik: Ik; vers: boolean }) {
  const wie = contact.door.id === ik.id ? nl.zaak.u(contact.door.naam) : contact.door.naam;
  return (
    <li className={clsx('rij planrij', vers && 'vers vers--dooft')} data-klantcontact={contact.id}>
      <div>
        <strong>{t.regel(t.weg[contact.weg], contact.met)}</strong>
        <p className="verslagtekst">{contact.verslag}</p>
        <p className="quiet sm">{t.doorWie(wie, datumKort(contact.dag))}</p>
      </div>
      {(contact.uitkomst === 'niet_bereikt' || contact.doorgegeven) && (
        <p>
          {contact.uitkomst === 'niet_bereikt' && <span className="chip">{t.nietBereikt}</span>}
          {contact.doorgegeven && <span className="chip">{t.viaBalie}</span>}
        </p>
      )}
    </li>
  );
}
