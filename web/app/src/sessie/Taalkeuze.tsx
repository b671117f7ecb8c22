// The other language, named as it calls itself. The page is drawn anew; what was typed is kept first, where it is kept, and one goes on where
// one was: at this button.
import { useEffect, useRef } from 'react';
import { andereTaal, kiesTaal } from '../taal';
import { bewaarConcepten } from '../werkplek/concept';

/** Set for the page that is drawn anew, and gone at the first thing one does there. */
const NET_GEKOZEN = 'taal-gekozen';

/** A page may be drawn more than once before it is all there: the focus comes back until one does something. */
function useVerderHier() {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (sessionStorage.getItem(NET_GEKOZEN) === null) return undefined;
    ref.current?.focus();
    const klaar = () => sessionStorage.removeItem(NET_GEKOZEN);
    window.addEventListener('keydown', klaar, { once: true, capture: true });
    window.addEventListener('pointerdown', klaar, { once: true, capture: true });
    return () => {
      window.removeEventListener('keydown', klaar, { capture: true });
      window.removeEventListener('pointerdown', klaar, { capture: true });
    };
  }, []);
  return ref;
}

export function Taalkeuze() {
  const ref = useVerderHier();
  const { taal, naam } = andereTaal();
  const kies = async () => {
    kiesTaal(taal);
    sessionStorage.setItem(NET_GEKOZEN, taal);
    await bewaarConcepten();
    location.reload();
  };
  return (
    <button ref={ref} type="button" className="taalkeuze" lang={taal} onClick={() => void kies()}>
      {naam}
    </button>
  );
}
