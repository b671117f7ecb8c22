// A lost line says so on every page and every width, and goes away by itself (E4, E5).
import { useEffect, useRef, useState } from 'react';
import { tijd } from '../datum';
import { opKlok } from '../klok';
import { useRtStatus } from '../rt/hooks';
import { nl } from '../teksten/nl';
import { Icoon } from './Icoon';
import { Knop } from './knop';

/** A first connection that takes this long is worth a word. */
const SLOW_MS = 2_000;
/** How long "connected again" stays. */
const TERUG_MS = 4_000;

export function Verbindingsbalk() {
  const { fase, laatst, storing } = useRtStatus();
  const [slow, setSlow] = useState(false);
  const [terug, setTerug] = useState(false);
  const wasLost = useRef(false);

  useEffect(() => {
    setSlow(false);
    if (fase === 'verbinden') {
      const timer = setTimeout(() => setSlow(true), SLOW_MS);
      return () => clearTimeout(timer);
    }
    if (fase === 'verbroken') wasLost.current = true;
    if (fase === 'open' && wasLost.current) {
      wasLost.current = false;
      setTerug(true);
      const timer = setTimeout(() => setTerug(false), TERUG_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [fase]);

  return (
    <div className="verbindingsbalk" role="status" data-verbinding={fase}>
      {fase === 'verbroken' && (
        <p className="balk balk--fout">
          <Icoon naam="keten" />
          <span>
            <strong>{nl.verbinding.weg}</strong>{' '}
            {laatst !== undefined && nl.verbinding.stand(tijd(opKlok(laatst)))}
          </span>
        </p>
      )}
      {fase === 'verbinden' && slow && (
        <p className="balk balk--uitleg">
          <Icoon naam="draaien" />
          {nl.verbinding.maken}
        </p>
      )}
      {fase === 'gestopt' && (
        <p className="balk balk--fout">
          <Icoon naam="keten" />
          {nl.verbinding.gestopt}
          <Knop soort="stil" onClick={() => location.reload()}>
            {nl.verbinding.laadOpnieuw}
          </Knop>
        </p>
      )}
      {fase === 'open' && storing !== undefined && (
        <p className="balk balk--fout">
          <Icoon naam="keten" />
          {nl.verbinding.storing(storing)}
        </p>
      )}
      {fase === 'open' && terug && storing === undefined && (
        <p className="balk balk--goed">
          <Icoon naam="vink" />
          {nl.verbinding.terug}
        </p>
      )}
    </div>
  );
}
