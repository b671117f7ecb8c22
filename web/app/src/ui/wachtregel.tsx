// A command that waits for the line says so.
import { nl } from '../teksten/nl';

export function Wachtregel({ wacht }: { wacht: boolean }) {
  return <div role="status">{wacht && <p className="balk balk--uitleg">{nl.verbinding.wacht}</p>}</div>;
}
