// A dialog with fields: what is filled in is read, sent and, when it is done, put away; what is wrong stands above and at its field.
import type { FormEvent, ReactNode } from 'react';
import type { Wacht } from '../api/http';
import { Dialoog, Terugknop } from '../ui/dialoog';
import { Knop } from '../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding } from '../ui/veld';
import { Wachtregel } from '../ui/wachtregel';
import { uitProbleem, useFouten } from './formulier';

interface VraagdialoogProps {
  titel: string;
  /** The verb on the button; without it there is nothing to send. */
  knop?: string;
  bezig: boolean;
  wacht?: Wacht | undefined;
  sluit: () => void;
  /** What was filled in, as the server wants it; or what is wrong with it. */
  lees: (data: FormData) => { body: unknown } | { fouten: Foutmelding[] };
  /** Gives nothing when nothing was done. */
  doe: (body: unknown) => Promise<unknown>;
  /** Which field here is which of the body. */
  velden?: Record<string, string>;
  children: (fout: Fouten) => ReactNode;
}

export function Vraagdialoog({
  titel,
  knop,
  bezig,
  wacht,
  sluit,
  lees,
  doe,
  velden,
  children,
}: VraagdialoogProps) {
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const gelezen = lees(new FormData(event.currentTarget));
    toon('fouten' in gelezen ? gelezen.fouten : []);
    if ('fouten' in gelezen) return;
    try {
      if (await doe(gelezen.body)) sluit();
    } catch (error) {
      toon(uitProbleem(error, (naam) => velden?.[naam]));
    }
  };
  return (
    <Dialoog titel={titel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        {children(veld)}
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          {knop && (
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {knop}
            </Knop>
          )}
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}
