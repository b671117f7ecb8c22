// A zaak in the list: how long there is, whom it is about, what is to be done.
import clsx from 'clsx';
import type { ZaakRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Stoelen } from '../../ui/stoel';
import { Contactdag, Spoedchip, Termijn, UiterlijkOp } from '../../ui/termijn';
import { teLaat } from '../zaak/taken/telling';
import type { Pak } from './pak';

export interface Rij {
  rij: ZaakRij;
  v: number;
  /** Came in while one was looking. */
  later: boolean;
  nieuw: boolean;
}

export interface RegelProps extends Rij {
  now: Date;
  pak?: Pak;
  namens: string | undefined;
  /** It just came or changed, and lights up. */
  vers: boolean;
  /** The light went out. */
  uit: () => void;
}

export function Regel({ rij, nieuw, now, pak, namens, vers, uit }: RegelProps) {
  const dat = rij.persoon === undefined;
  const taken = rij.open_taken ?? [];
  const laat = teLaat(taken, now);
  return (
    <li className={clsx('rij werkrij', vers && 'vers vers--dooft')} data-zaak={rij.id} onAnimationEnd={uit}>
      <div className="werkrij-termijn">
        <Contactdag dag={rij.contact_uiterlijk} now={now} />
        <Termijn uiterlijkOp={rij.uiterlijk_op} now={now} />
        <UiterlijkOp uiterlijkOp={rij.uiterlijk_op} />
      </div>
      <div>
        <h3>
          <Naar to={`/zaken/${rij.id}`}>{rij.persoon?.naam ?? rij.zaaktype_naam}</Naar>{' '}
          {nieuw && <span className="nieuw">{nl.werkvoorraad.nieuw}</span>}
          {dat && <Gordijn />}
          {namens && <span className="chip">{nl.toekenning.namens(namens)}</span>}
          <Spoedchip urgentie={rij.urgentie} />
        </h3>
        <p className="sm">
          {rij.te_accorderen
            ? nl.besluit.lijstRegel(rij.te_accorderen.door.naam, wanneer(rij.te_accorderen.op, now))
            : dat
              ? nl.werkvoorraad.alleenDat
              : rij.onderwerp}
        </p>
        <p className="quiet sm">
          {rij.zaaktype_naam} · <span className="kenmerk">{rij.zaaknummer}</span> · {nl.status[rij.status]}
        </p>
        {taken.length > 0 && (
          <p className="sm" data-taken={taken.length} data-te-laat={laat}>
            <Icoon naam={laat > 0 ? 'waarschuwing' : 'vink'} /> {nl.taak.telling(taken.length, laat)}
          </p>
        )}
      </div>
      {rij.behandelaars.length > 0 ? (
        <Stoelen mensen={rij.behandelaars} label={nl.werkvoorraad.behandelaars} />
      ) : pak?.mag(rij) ? (
        <Knop
          klein
          bezig={pak.bezig}
          aria-label={nl.caseload.pakZaak(rij.zaaknummer)}
          onClick={() => pak.neem(rij)}
        >
          {nl.caseload.pak}
        </Knop>
      ) : (
        <p className="quiet sm">{nl.werkvoorraad.niemand}</p>
      )}
    </li>
  );
}
