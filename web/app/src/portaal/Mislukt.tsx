// A part of a page that could not be had: what it is, and what one can do about it.
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';

export function Mislukt({ tekst }: { tekst: string }) {
  return (
    <div className="mislukt" role="alert">
      <p>{tekst}</p>
      <Knop soort="tweede" onClick={() => location.reload()}>
        {nl.fout.opnieuw}
      </Knop>
    </div>
  );
}
