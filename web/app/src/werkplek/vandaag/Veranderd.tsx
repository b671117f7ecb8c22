// What others changed in one's zaken since one looks: newest on top, with who did it. It comes in beneath what one reads, so nothing moves.
import { useRef, useState } from 'react';
import type { Door, Ik, ZaakRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { useBundleGebeurde } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';

interface Wijziging {
  sleutel: number;
  soort: string;
  door: Door | undefined;
  at: string;
  rij: ZaakRij;
}

const WIJZIGINGEN_MAX = 6;

export function Veranderd({ ik, now }: { ik: Ik; now: Date }) {
  const [lijst, setLijst] = useState<Wijziging[]>([]);
  const teller = useRef(0);
  useBundleGebeurde(`werkvoorraad/${ik.id}`, ({ soort, door, at, b }) => {
    // One's own acts in another tab are no news.
    if (door?.id === ik.id) return;
    teller.current += 1;
    const nieuw = { sleutel: teller.current, soort, door, at, rij: b as ZaakRij };
    setLijst((was) => [nieuw, ...was].slice(0, WIJZIGINGEN_MAX));
    omroep.zeg('vandaag', nl.vandaag.omroep(teller.current));
  });
  if (lijst.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="net-veranderd" data-veranderd={lijst.length}>
      <header>
        <h2 id="net-veranderd">{nl.vandaag.veranderd}</h2>
        <span className="push quiet sm">{nl.vandaag.live}</span>
      </header>
      <ul className="werklijst">
        {lijst.map(({ sleutel, soort, door, at, rij }) => (
          <li className="rij regelrij regelrij--stoel vers vers--dooft" key={sleutel}>
            <Stoel naam={door?.naam ?? '?'} id={door?.id} klein />
            <p>
              {nl.gebeurtenis(soort, door?.naam ?? nl.zaak.iemand, [])}:{' '}
              <Naar to={`/zaken/${rij.id}`}>{rij.persoon?.naam ?? rij.zaaktype_naam}</Naar>
            </p>
            <time className="sm quiet" dateTime={at}>
              {wanneer(at, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
