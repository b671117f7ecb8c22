// A command that waits says for what.
import type { Wacht } from '../api/http';
import { nl } from '../teksten/nl';

export function Wachtregel({ wacht }: { wacht: Wacht | undefined }) {
  return (
    <div role="status">
      {wacht && (
        <p className="balk balk--uitleg" data-wacht={wacht}>
          {wacht === 'lijn' ? nl.verbinding.wacht : nl.verbinding.nogNietTeZien}
        </p>
      )}
    </div>
  );
}
