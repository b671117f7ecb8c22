// The other language, named as it calls itself. The page is drawn anew; what was typed is kept first, where it is kept.
import { andereTaal, kiesTaal } from '../taal';
import { bewaarConcepten } from '../werkplek/concept';

export function Taalkeuze() {
  const { taal, naam } = andereTaal();
  const kies = async () => {
    kiesTaal(taal);
    await bewaarConcepten();
    location.reload();
  };
  return (
    <button type="button" className="taalkeuze" lang={taal} onClick={() => void kies()}>
      {naam}
    </button>
  );
}
