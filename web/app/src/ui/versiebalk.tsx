// The server has another version than the one that is open: said calmly, and loaded when whoever sits here says so. Nothing loads by itself.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { nl } from '../teksten/nl';
import { versie } from '../versie';
import { bewaarConcepten } from '../werkplek/concept';
import { Knop } from './knop';
import { omroep } from './omroep';

export function Versiebalk() {
  const nieuwer = useSyncExternalStore(versie.hoor, versie.isNieuwer);
  const [bezig, setBezig] = useState(false);
  useEffect(() => {
    if (nieuwer) omroep.zeg('versie', nl.versie.nieuw);
  }, [nieuwer]);
  if (!nieuwer) return null;
  // What was typed is kept where it is kept; of the rest the browser asks before it leaves, and one can stay.
  const laad = () => {
    setBezig(true);
    void bewaarConcepten().then(() => {
      setBezig(false);
      location.reload();
    });
  };
  return (
    <div className="verbindingsbalk" data-versie="nieuwer">
      <p className="balk balk--uitleg">
        <span>{nl.versie.nieuw}</span>
        <Knop soort="tweede" klein bezig={bezig} onClick={laad}>
          {nl.versie.laad}
        </Knop>
      </p>
    </div>
  );
}
