// A few sentences to a lid of the groep, in a window of its own.
import { type FormEvent, useId } from 'react';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Foutlijst, Tekstvlak } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../formulier';

/** What is asked. */
export interface Woord {
  titel: string;
  uitleg: string;
  /** The label of the field, and what is said when it is empty. */
  veld: string;
  leeg: string;
  /** Which command of the plan takes these words. */
  pad: string;
  /** Its body, with what was typed. */
  body: (woorden: string) => object;
  /** It was sent. */
  klaar: () => void;
}

export interface WoorddialoogProps extends Woord {
  sluit: () => void;
}

export function Woorddialoog({
  titel,
  uitleg,
  veld: label,
  leeg,
  pad,
  body,
  klaar,
  sluit,
}: WoorddialoogProps) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const id = useId();
  const verstuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const woorden = tekst(new FormData(event.currentTarget), 'woorden');
    toon(woorden ? [] : [{ veld: id, tekst: leeg }]);
    if (!woorden) return;
    try {
      if (!(await run(pad, body(woorden)))) return;
      sluit();
      klaar();
    } catch (error) {
      toon(uitProbleem(error, () => id));
    }
  };
  return (
    <Dialoog titel={titel} sluit={sluit}>
      <form onSubmit={(event) => void verstuur(event)} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Wachtregel wacht={wacht} />
        <p>{uitleg}</p>
        <Tekstvlak id={id} name="woorden" label={label} rows={4} fout={veld[id]} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.plan.bijdrage.stuur}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
