// Asked before something of a plan is said that its leden read at once: what it comes down to, and back as the way out.
import type { ReactNode } from 'react';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';

export interface Zekervraag {
  titel: string;
  /** Of what it is. */
  over: string;
  uitleg: ReactNode;
  /** The verb on the button. */
  knop: string;
  doe: () => void;
}

export function Zekerdialoog({
  vraag,
  bezig,
  sluit,
}: {
  vraag: Zekervraag;
  bezig: boolean;
  sluit: () => void;
}) {
  const { titel, over, uitleg, knop, doe } = vraag;
  return (
    <Dialoog titel={titel} sluit={sluit}>
      <p>
        <strong>{over}</strong>
      </p>
      {uitleg}
      <div className="knoppen">
        <Knop
          soort="eerst"
          bezig={bezig}
          onClick={() => {
            sluit();
            doe();
          }}
        >
          {knop}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}
