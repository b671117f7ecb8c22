// What a colleague changed in the huishouden, or in a zaak of it, while one was looking.
import { useState } from 'react';
import type { Ik, ZaakRij } from '../../api/types';
import { wanneer } from '../../datum';
import { useBundleGebeurde, useGebeurde } from '../../rt/hooks';
import type { Gebeurde } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { IcoonKnop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';

const zaakVan = (e: Gebeurde) => (e.topic.startsWith('zaak/') ? (e.b as ZaakRij) : undefined);
const zin = (e: Gebeurde) =>
  nl.huishouden.gebeurtenis(e.soort, nl.door(e.door) ?? nl.zaak.iemand, zaakVan(e)?.zaaktype_naam);

export function useHuiswijzigingen(ik: Ik, huishouden: string) {
  const [gebeurd, setGebeurd] = useState<Gebeurde[]>([]);
  const hoor = (e: Gebeurde) => {
    if (e.door?.id === ik.id) return; // what one did oneself is no news
    setGebeurd((old) => [e, ...old]);
    omroep.zeg('wijziging', zin(e));
  };
  useBundleGebeurde(`huishouden/${huishouden}`, hoor);
  useGebeurde(`huishouden/${huishouden}@wat`, hoor);
  const vers = new Set(gebeurd.flatMap((e) => zaakVan(e)?.id ?? []));
  return { gebeurd, vers, sluit: () => setGebeurd([]) };
}

export function Huiswijziging({
  gebeurd,
  sluit,
  now,
}: {
  gebeurd: Gebeurde[];
  sluit: () => void;
  now: Date;
}) {
  const [eerste, ...rest] = gebeurd;
  if (!eerste) return null;
  return (
    <div className="balk wijziging" data-wijziging={eerste.soort}>
      {eerste.door && <Stoel naam={eerste.door.naam} id={eerste.door.id} klein />}
      <span>
        {zin(eerste)}, {wanneer(eerste.at, now)}. {rest.length > 0 && nl.zaak.enAndere(rest.length)}
      </span>
      <a className="push" href="#zaken">
        {nl.zaak.bekijk}
      </a>
      <IcoonKnop naam={nl.zaak.sluitMelding} icoon="kruis" className="knop--mini" onClick={sluit} />
    </div>
  );
}
