// The server has another version than the one that is open: said calmly, and loaded when whoever sits here says so. Nothing loads by itself.
import { useState, useSyncExternalStore } from 'react';
import { nl } from '../teksten/nl';
import { versie } from '../versie';
import { bewaarConcepten } from '../werkplek/concept';
import { Knop } from './knop';

export function Versiebalk() {
  const nieuwer = useSyncExternalStore(versie.hoor, versie.isNieuwer);
  const [bezig, setBezig] = useState(false);
  // What was typed is kept where it is kept; of the rest the browser asks before it leaves, and one can stay.
  const laad = () => {
    setBezig(true);
    void bewaarConcepten().then(() => {
      setBezig(false);
      location.reload();
    });
  };
  return (
    <div role="status" className="verbindingsbalk" data-versie={nieuwer ? 'nieuwer' : 'gelijk'}>
      {nieuwer && (
        <p className="balk balk--uitleg">
          <span>{nl.versie.nieuw}</span>
          <Knop soort="tweede" klein bezig={bezig} onClick={laad}>
            {nl.versie.laad}
          </Knop>
        </p>
      )}
    </div>
  );
}
