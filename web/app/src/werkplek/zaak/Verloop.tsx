// What happened in a zaak, newest first, with the way back in time.
import { useState } from 'react';
import type { Tijdlijnregel, ZaakWat } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Stoel } from '../../ui/stoel';
import { useBrieven } from './Brieven';
import { type Moment, momenten } from './momenten';

export interface VerloopProps {
  zaak: ZaakWat;
  now: Date;
}

export function Verloop({ zaak, now }: VerloopProps) {
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{nl.zaak.tijdlijn}</h2>
      <Tijdlijn zaak={zaak} now={now} />
      <p className="onderknop">
        <Naar to={`/zaken/${zaak.id}/tijdreis`}>{nl.tijdreis.link}</Naar>
      </p>
    </section>
  );
}

/** Of which taak a line tells. */
const watVan = (zaak: ZaakWat, r: Tijdlijnregel) =>
  zaak.taken?.find((taak) => taak.id === r.over)?.omschrijving;

function Tijdlijn({ zaak, now }: VerloopProps) {
  const brieven = useBrieven(zaak.id);
  const alle = momenten(zaak.tijdlijn, brieven.stand === 'klaar' ? brieven.b.items : []);
  const [vanaf] = useState(() => zaak.tijdlijn[0]?.versie ?? 0);
  return (
    <ol className="tijdlijn">
      {alle.map((moment) => (
        <Regel key={moment.id} moment={moment} zaak={zaak} vanaf={vanaf} now={now} />
      ))}
    </ol>
  );
}

interface RegelProps extends VerloopProps {
  moment: Moment;
  vanaf: number;
}

function Regel({ moment, zaak, vanaf, now }: RegelProps) {
  if (moment.soort === 'brief') {
    return (
      <li data-mislukt={moment.brief.id}>
        <span className="punt" />
        {nl.zaak.mailMislukt(moment.brief.naam)}
        <time dateTime={moment.at}>{wanneer(moment.at, now)}</time>
      </li>
    );
  }
  const r = moment.regel;
  return (
    <li className={r.versie > vanaf ? 'vers vers--dooft' : undefined}>
      {r.door ? <Stoel naam={r.door.naam} id={r.door.id} klein /> : <span className="punt" />}
      {nl.gebeurtenis(r.soort, nl.door(r.door) ?? nl.zaak.iemand, r.namen ?? [], watVan(zaak, r))}
      {r.reden && <span className="quiet">: {r.reden}</span>}
      <time dateTime={r.at}>{wanneer(r.at, now)}</time>
    </li>
  );
}
