// What came of it: how many went well, which did not and why, and for ten seconds the way back.
import { useEffect, useState } from 'react';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { IcoonKnop, Knop } from '../../ui/knop';
import { type Gedaan, mislukt, type useVerdelen } from './verdelen';

const t = nl.zaken;
/** W3 of the conventions. It stands still while somebody points at it or is in it (WCAG 2.2.1). */
const TERUG_S = 10;

export function Uitslagbalk({
  gedaan,
  verdelen,
}: {
  gedaan: Gedaan;
  verdelen: ReturnType<typeof useVerdelen>;
}) {
  const { over, stil } = useAftellen(gedaan);
  const nietGedaan = [...gedaan.mislukt, ...gedaan.niet.map((rij) => ({ rij, zin: t.nietGeprobeerd }))];
  return (
    <section
      className="uitslagbalk"
      aria-label={t.uitslag}
      data-uitslag={nietGedaan.length === 0 ? 'goed' : 'deels'}
      onPointerEnter={() => stil(true)}
      onPointerLeave={() => stil(false)}
      onFocus={() => stil(true)}
      onBlur={() => stil(false)}
    >
      <div className="uitslagbalk-kop">
        {gedaan.gelukt.length > 0 && (
          <p>
            <Icoon naam="vink" /> {gedaan.zin}
          </p>
        )}
        {gedaan.kanTerug && over > 0 && (
          <Knop
            soort="tweede"
            klein
            icoon="ongedaan"
            onClick={() => void verdelen.maakOngedaan(gedaan.gelukt)}
          >
            {t.ongedaan}{' '}
            <span className="num" aria-hidden="true">
              {t.nogSeconden(over)}
            </span>
          </Knop>
        )}
        <IcoonKnop naam={t.sluit} icoon="kruis" onClick={verdelen.sluit} />
      </div>
      {nietGedaan.length > 0 && (
        <>
          <p>
            <Icoon naam="waarschuwing" /> {mislukt(gedaan)}
          </p>
          <ul>
            {nietGedaan.map(({ rij, zin }) => (
              <li key={rij.id}>
                <Naar to={`/zaken/${rij.id}`}>{rij.zaaknummer}</Naar>: {zin}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function useAftellen(gedaan: Gedaan) {
  const [over, setOver] = useState(TERUG_S);
  const [stil, setStil] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another outcome has its own ten seconds
  useEffect(() => setOver(TERUG_S), [gedaan]);
  useEffect(() => {
    if (stil) return undefined;
    const timer = setInterval(() => setOver((was) => Math.max(0, was - 1)), 1_000);
    return () => clearInterval(timer);
  }, [stil]);
  return { over, stil: setStil };
}
