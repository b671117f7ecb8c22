// What happened in a zaak, newest first, with the way back in time.
import { useState } from 'react';
import type { Tijdlijnregel, ZaakWat } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Stoel } from '../../ui/stoel';

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
  const regels = zaak.tijdlijn;
  const [vanaf] = useState(() => regels[0]?.versie ?? 0);
  return (
    <ol className="tijdlijn">
      {regels.map((r) => (
        <li key={r.versie} className={r.versie > vanaf ? 'vers vers--dooft' : undefined}>
          {r.door ? <Stoel naam={r.door.naam} id={r.door.id} klein /> : <span className="punt" />}
          {nl.gebeurtenis(r.soort, nl.door(r.door) ?? nl.zaak.iemand, r.namen ?? [], watVan(zaak, r))}
          {r.reden && <span className="quiet">: {r.reden}</span>}
          <time dateTime={r.at}>{wanneer(r.at, now)}</time>
        </li>
      ))}
    </ol>
  );
}
