// What a colleague changed in the zaak while one was looking at it.
import { createContext, useContext, useState } from 'react';
import type { Ik, ZaakWat } from '../../api/types';
import { wanneer } from '../../datum';
import { useGebeurde } from '../../rt/hooks';
import type { Gebeurde } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { IcoonKnop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';

export function useWijzigingen(ik: Ik, ...topics: (string | undefined)[]) {
  const [gebeurd, setGebeurd] = useState<Gebeurde[]>([]);
  const hoor = (e: Gebeurde) => {
    if (e.door?.id === ik.id) return; // what one did oneself is no news
    setGebeurd((old) => [e, ...old]);
    omroep.zeg('wijziging', zin(e));
  };
  useGebeurde(topics[0], hoor);
  useGebeurde(topics[1], hoor);
  return { gebeurd, sluit: () => setGebeurd([]) };
}

/** Where on the page it is to be seen. */
export function plekVan({ topic, soort }: Pick<Gebeurde, 'topic' | 'soort'>): string {
  if (topic.startsWith('persoon/')) return '#inwoner';
  if (soort.startsWith('Taak')) return '#taken';
  if (soort.startsWith('Klantcontact')) return '#klantcontacten';
  if (soort.startsWith('Besluit') || soort.startsWith('Voorstel')) return '#besluit';
  return soort === 'ZaakToegewezen' || soort === 'ZaakVrijgegeven' ? '#behandelaars' : '#tijdlijn';
}

/** Who changed each part of the page, the last one of each; nothing once the bar was put away. */
export const perPlek = (gebeurd: Gebeurde[]): ReadonlyMap<string, string> =>
  new Map([...gebeurd].reverse().map((e) => [plekVan(e), nl.door(e.door) ?? nl.zaak.iemand]));

const Gewijzigd = createContext<ReadonlyMap<string, string>>(new Map());
export const GewijzigdProvider = Gewijzigd.Provider;

/** In the head of a part that a colleague changed while one was looking: who. The bar above says what. */
export function NetGewijzigd({ plek }: { plek: string }) {
  const wie = useContext(Gewijzigd).get(plek);
  if (!wie) return null;
  return (
    <span className="nieuw" data-net-gewijzigd={plek}>
      {nl.zaak.netDoor(nl.voornaam(wie))}
    </span>
  );
}

function zin(e: Gebeurde): string {
  const { tijdlijn, taken, behandelaars = [] } = e.b as Partial<ZaakWat>;
  const regel = tijdlijn?.[0]?.soort === e.soort ? tijdlijn[0] : undefined;
  const taak = taken?.find((one) => one.id === regel?.over);
  // Behind the curtain there is no time line: to whom it went is who works on it now.
  const namen = regel?.namen ?? (tijdlijn ? [] : behandelaars.map((b) => b.naam));
  return nl.gebeurtenis(e.soort, nl.door(e.door) ?? nl.zaak.iemand, namen, taak?.omschrijving);
}

export function Wijzigingsbalk({
  gebeurd,
  sluit,
  now,
  plek,
}: {
  gebeurd: Gebeurde[];
  sluit: () => void;
  now: Date;
  /** Where it is to be seen, when not where such a thing stands. */
  plek?: string;
}) {
  const [eerste, ...rest] = gebeurd;
  if (!eerste) return null;
  const wie = eerste.door;
  return (
    <div className="balk wijziging" data-wijziging={eerste.soort}>
      {wie && <Stoel naam={wie.naam} id={wie.id} klein />}
      <span>
        {zin(eerste)}, {wanneer(eerste.at, now)}. {rest.length > 0 && nl.zaak.enAndere(rest.length)}
      </span>
      <a className="push" href={plek ?? plekVan(eerste)}>
        {nl.zaak.bekijk}
      </a>
      <IcoonKnop naam={nl.zaak.sluitMelding} icoon="kruis" className="knop--mini" onClick={sluit} />
    </div>
  );
}
