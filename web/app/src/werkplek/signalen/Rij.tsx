// A line of the register.
import clsx from 'clsx';
import type { SignaalRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Gordijn } from '../../ui/gordijn';
import { Spoedchip } from '../../ui/termijn';
import { wieNaam } from './naam';

export function Rij({ rij, later = false, now }: { rij: SignaalRij; later?: boolean; now: Date }) {
  const t = nl.signaal;
  const dat = rij.toegang === 'dat';
  return (
    <li className={clsx('rij signaalrij', later && 'vers vers--dooft')} data-signaal={rij.id}>
      <div>
        <h3>
          <Naar to={`/signalen/${rij.id}`}>{rij.soort_naam}</Naar> {dat && <Gordijn />}
          <Spoedchip urgentie={rij.urgentie} />
        </h3>
        <p className="sm">{rij.betreft ? wieNaam(rij.betreft) : t.alleenDat}</p>
        {rij.afgehandeld && <p className="sm">{t.afgehandeld(t.afhandeling[rij.afgehandeld])}</p>}
        {rij.opgegaan_in && <p className="sm">{t.opgegaan}</p>}
        <p className="quiet sm">
          {[t.keren(rij.keren), rij.plaats, rij.bronnen?.map((bron) => t.bronnen[bron]).join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <time className="quiet sm" dateTime={rij.laatst_op}>
        {wanneer(rij.laatst_op, now)}
      </time>
    </li>
  );
}
