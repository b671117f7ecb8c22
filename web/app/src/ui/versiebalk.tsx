// The server has another version than the one that is open: said calmly, and loaded when whoever sits here says so. Nothing loads by itself.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { nl } from '../teksten/nl';
import { versie } from '../versie';
import { bewaarConcepten } from '../werkplek/concept';
import { eersteGetypt, laadOpnieuw } from './getypt';
import { Knop } from './knop';
import { omroep } from './omroep';
import { Sluitvraag } from './sluitvraag';

export function Versiebalk() {
  const nieuwer = useSyncExternalStore(versie.hoor, versie.isNieuwer);
  const [bezig, setBezig] = useState(false);
  const [vraag, setVraag] = useState(false);
  const [mis, setMis] = useState(false);
  useEffect(() => {
    if (nieuwer) omroep.zeg('versie', nl.versie.nieuw);
  }, [nieuwer]);
  if (!nieuwer) return null;
  // What was typed is kept where it is kept; of a document and of a concept that could not be kept the browser asks before it leaves.
  const laad = async () => {
    setBezig(true);
    setVraag(false);
    setMis(false);
    const [is] = await Promise.all([versie.haalVooraf(), bewaarConcepten()]);
    setBezig(false);
    if (is) laadOpnieuw();
    else setMis(true);
  };
  return (
    <div className="verbindingsbalk" data-versie="nieuwer">
      <p className="balk balk--uitleg">
        <span>{nl.versie.nieuw}</span>
        <Knop
          soort="tweede"
          klein
          bezig={bezig}
          onClick={() => (eersteGetypt() ? setVraag(true) : void laad())}
        >
          {nl.versie.laad}
        </Knop>
      </p>
      <p role="status" className={mis ? 'balk balk--fout' : 'vh'}>
        {mis && nl.versie.mis}
      </p>
      {vraag && (
        <Sluitvraag
          weg={nl.versie.toch}
          sluit={() => void laad()}
          verder={() => {
            setVraag(false);
            eersteGetypt()?.focus();
          }}
        />
      )}
    </div>
  );
}
