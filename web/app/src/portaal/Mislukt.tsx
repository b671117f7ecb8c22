// A part of a page that could not be had: what it is, and what one can do about it.
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';

/** `opnieuw` asks for it again; without it that is a fresh page. */
export function Mislukt({
  tekst,
  opnieuw = () => location.reload(),
}: {
  tekst: string;
  opnieuw?: () => void;
}) {
  return (
    <div className="mislukt" role="alert">
      <p>{tekst}</p>
      <Knop soort="tweede" onClick={opnieuw}>
        {nl.fout.opnieuw}
      </Knop>
    </div>
  );
}
