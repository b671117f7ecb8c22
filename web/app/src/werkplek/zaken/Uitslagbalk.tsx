// What came of it: how many went well, which did not and why, and for half a minute the way back.
import { useEffect, useRef, useState } from 'react';
import '../../stijl/zaken.css';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { IcoonKnop } from '../../ui/knop';
import { Ongedaan } from './Ongedaan';
import { type Gedaan, mislukt, type useVerdelen } from './verdelen';

const t = nl.zaken;

export function Uitslagbalk({
  gedaan,
  verdelen,
}: {
  gedaan: Gedaan;
  verdelen: ReturnType<typeof useVerdelen>;
}) {
  const [stil, setStil] = useState(false);
  const vak = useRef<HTMLElement>(null);
  // What was pressed is gone: the focus goes to what came of it. While it is there, the way back stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each outcome takes it anew
  useEffect(() => vak.current?.focus({ preventScroll: true }), [gedaan]);
  const nietGedaan = [...gedaan.mislukt, ...gedaan.niet.map((rij) => ({ rij, zin: t.nietGeprobeerd }))];
  return (
    <section
      ref={vak}
      tabIndex={-1}
      className="uitslagbalk"
      aria-label={t.uitslag}
      data-uitslag={nietGedaan.length === 0 ? 'goed' : 'deels'}
      onPointerEnter={() => setStil(true)}
      onPointerLeave={() => setStil(false)}
      onFocus={() => setStil(true)}
      onBlur={() => setStil(false)}
    >
      <div className="uitslagbalk-kop">
        {gedaan.gelukt.length > 0 && (
          <p>
            <Icoon naam="vink" /> {gedaan.zin}
          </p>
        )}
        {gedaan.kanTerug && (
          <Ongedaan van={gedaan} stil={stil} doe={() => void verdelen.maakOngedaan(gedaan.gelukt)} />
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
