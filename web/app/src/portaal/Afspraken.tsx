// When somebody comes, calls, or is visited, and who (C2-K3): live, the soonest first.
import type { AfspraakRij, Ik } from '../api/types';
import { datumVol, tijd } from '../datum';
import { useBundle, useBundleGebeurde } from '../rt/hooks';
import { afspraken, isAfspraak } from '../rt/topics/acties';
import { nl } from '../teksten/nl';
import { Bel } from '../ui/belnummer';
import { omroep } from '../ui/omroep';

const t = nl.portaal.afspraak;

export function Afspraken({ ik }: { ik: Ik }) {
  const topic = `acties/${ik.id}`;
  const bundel = useBundle<unknown>(topic);
  useBundleGebeurde(topic, ({ b }) => {
    if ((b as Partial<AfspraakRij>).gesprek) omroep.zeg('afspraken', t.gewijzigd);
  });
  const alle = bundel.stand === 'klaar' ? afspraken(bundel.leden) : [];
  const later = bundel.stand === 'klaar' && bundel.leden.some((lid) => lid.later && isAfspraak(lid));
  if (alle.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="afspraken" data-afspraken={alle.length}>
      <header>
        <h2 id="afspraken">{t.kop(alle.length)}</h2>
      </header>
      <ul className="pzaken">
        {alle.map((rij) => (
          <Afspraak key={rij.gesprek} rij={rij} ik={ik} vers={later} />
        ))}
      </ul>
    </section>
  );
}

function Afspraak({ rij, ik, vers }: { rij: AfspraakRij; ik: Ik; vers: boolean }) {
  const namen = rij.met.map(({ naam }) => naam);
  // Of a child one has gezag over it is said whom it is about.
  const over = rij.persoon && rij.persoon.id !== ik.persoon && !ik.namens ? rij.persoon.naam : undefined;
  return (
    <li className={vers ? 'pzaak vers vers--dooft' : 'pzaak'} data-gesprek={rij.gesprek}>
      <h3>{t.wanneer(datumVol(rij.begin), tijd(rij.begin))}</h3>
      {rij.afgezegd ? (
        <p>
          <strong>{t.afgezegd}</strong> {t.afgezegdUitleg}
        </p>
      ) : (
        <>
          <p>{t.plek(rij.plek, namen)}</p>
          {over && <p>{t.over(over)}</p>}
          <p className="quiet">
            {t.kanNiet}
            <Bel />
          </p>
        </>
      )}
    </li>
  );
}
