// The letters of a zaak, for the resident whom they are for. Loaded when somebody opens them.
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { BriefWat } from '../../api/types';
import { Naar } from '../../route';
import { brief as t } from '../../teksten/brief';
import { nl } from '../../teksten/nl';

type Stand = { stand: 'laden' } | { stand: 'fout' } | { stand: 'klaar'; items: BriefWat[] };

/** Between two looks at a letter that is being made: it takes a breath. */
const OPNIEUW_MS = 1_500;
/** After so many it is said that it comes later. */
const KEREN_MAX = 8;

export default function Brieven({ zaak, zelf }: { zaak: string; zelf: boolean }) {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  const [keer, setKeer] = useState(0);
  useEffect(() => {
    let weg = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    haal<{ items: BriefWat[] }>(`/zaken/${zaak}/brieven`).then(
      ({ items }) => {
        if (weg) return;
        setStand({ stand: 'klaar', items });
        if (keer < KEREN_MAX && items.some((one) => one.stap === 'gevraagd')) {
          timer = setTimeout(() => setKeer(keer + 1), OPNIEUW_MS);
        }
      },
      () => !weg && setStand({ stand: 'fout' }),
    );
    return () => {
      weg = true;
      clearTimeout(timer);
    };
  }, [zaak, keer]);

  if (stand.stand === 'laden') return <p>{nl.laden}</p>;
  if (stand.stand === 'fout') return <p role="alert">{t.mislukt}</p>;
  if (stand.items.length === 0) return null;
  return (
    <div data-brieven>
      <p>
        <strong>{t.kop}</strong>
      </p>
      {stand.items.map((one) => (
        <Brief key={one.id} zaak={zaak} brief={one} />
      ))}
      {zelf && (
        <p>
          <Naar to="/portaal/berichten">{nl.portaal.berichten}</Naar>
        </p>
      )}
    </div>
  );
}

function Brief({ zaak, brief }: { zaak: string; brief: BriefWat }) {
  if (brief.stap === 'gevraagd') return <p role="status">{t.komt}</p>;
  const adres = `/api/v1/zaken/${zaak}/brieven/${brief.id}`;
  return (
    <>
      <p>
        <a href={`${adres}/html`} target="_blank" rel="noopener">
          {t.lezen}
        </a>
        <br />
        <a href={adres} target="_blank" rel="noopener" type="application/pdf">
          {t.pdf}
        </a>
      </p>
      <p className="quiet">{t.stap[brief.stap]}</p>
    </>
  );
}
