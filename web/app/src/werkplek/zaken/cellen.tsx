// What stands in each column. The first holds the name and the link; what the reader may not see is behind the curtain.
import type { ReactNode } from 'react';
import type { ZaakRij } from '../../api/types';
import { datumKort, wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Icoon } from '../../ui/Icoon';
import { Stoelen } from '../../ui/stoel';
import { Contactdag, Spoedchip, Termijn, UiterlijkOp } from '../../ui/termijn';
import type { Rij } from '../werkvoorraad/Regel';
import { teLaat } from '../zaak/taken/telling';
import type { Kolom } from './weergave';

export function Zaakcel({ rij, nieuw }: Rij) {
  return (
    <>
      <span className="zaakcel">
        <Naar to={`/zaken/${rij.id}`}>{rij.persoon?.naam ?? rij.zaaktype_naam}</Naar>
        {nieuw && <span className="nieuw">{nl.werkvoorraad.nieuw}</span>}
        <Spoedchip urgentie={rij.urgentie} />
      </span>
      <small className="kenmerk quiet">{rij.zaaknummer}</small>
    </>
  );
}

export const CEL: Record<Exclude<Kolom, 'zaak'>, (rij: ZaakRij, now: Date) => ReactNode> = {
  soort: (rij) => rij.zaaktype_naam,
  onderwerp: (rij, now) =>
    rij.te_accorderen ? (
      nl.besluit.lijstRegel(rij.te_accorderen.door.naam, wanneer(rij.te_accorderen.op, now))
    ) : rij.persoon === undefined ? (
      <Gordijn />
    ) : (
      rij.onderwerp
    ),
  status: (rij) => nl.status[rij.status],
  behandelaars: (rij) =>
    rij.behandelaars.length > 0 ? (
      <span className="wiecel">
        <Stoelen mensen={rij.behandelaars} label={nl.werkvoorraad.behandelaars} />
        <span className="sm">{rij.behandelaars.map((b) => nl.voornaam(b.naam)).join(', ')}</span>
      </span>
    ) : (
      <span className="quiet">{nl.werkvoorraad.niemand}</span>
    ),
  taken: (rij, now) => {
    const taken = rij.open_taken ?? [];
    const laat = teLaat(taken, now);
    if (taken.length === 0) return <span className="quiet">{nl.zaken.geen}</span>;
    return (
      <span className="nowrap">
        {laat > 0 && <Icoon naam="waarschuwing" />} {nl.taak.telling(taken.length, laat)}
      </span>
    );
  },
  ontvangen: (rij) => (
    <time className="nowrap" dateTime={rij.ontvangen_op}>
      {datumKort(rij.ontvangen_op)}
    </time>
  ),
  termijn: (rij, now) => (
    <span className="termijncel">
      <Contactdag dag={rij.contact_uiterlijk} now={now} />
      <Termijn uiterlijkOp={rij.uiterlijk_op} now={now} />
      <UiterlijkOp uiterlijkOp={rij.uiterlijk_op} />
    </span>
  ),
};
