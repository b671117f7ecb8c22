// A worry about oneself is no report about another: it goes by a talk, and this says with whom.
import { nl } from '../teksten/nl';
import { Belnummer } from '../ui/belnummer';

export function OverUzelf({ telefoon }: { telefoon: string | null | undefined }) {
  if (!telefoon) return null;
  return (
    <p data-over-uzelf>
      {nl.signaal.melden.zelfOver} <Belnummer nummer={telefoon} />.
    </p>
  );
}
