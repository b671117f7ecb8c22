// The window in which one says something of a plan: what it is about, what is asked, and a way to send it as long as that can be.
import type { FormEvent, ReactNode } from 'react';
import { mijnplan } from '../../../teksten/mijnplan';
import { nl } from '../../../teksten/nl';
import { Dialoog } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Letterlijk } from '../../../ui/letterlijk';
import { Tekstvlak } from '../../../ui/veld';
import { tekst } from '../../../werkplek/formulier';

const t = mijnplan.zeg;

export interface ZegvormProps {
  titel: string;
  /** How it read when the window was opened, and how it reads now; absent when nothing can be said of it any more. */
  was: string;
  nu: string | undefined;
  /** What is wrong with what was filled in, or that it waits. */
  melding: ReactNode;
  /** What is asked before one's own words. */
  children?: ReactNode;
  veld: { id: string; label: string; uitleg?: string; rows: number; optioneel: boolean; fout?: string };
  /** Who reads it. */
  uitleg: string;
  stuur: string;
  bezig: boolean;
  sluit: () => void;
  verstuur: (woorden: string) => Promise<void>;
}

export function Zegvorm(vorm: ZegvormProps) {
  const { titel, was, nu, melding, children, veld, uitleg, stuur, bezig, sluit, verstuur } = vorm;
  const stuurIn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (nu !== undefined) void verstuur(tekst(new FormData(event.currentTarget), 'woorden'));
  };
  const anders = nu === undefined ? t.weg : nu === was ? undefined : t.anders;
  return (
    <Dialoog titel={titel} sluit={sluit}>
      <form onSubmit={stuurIn} noValidate className="formulier">
        <p>
          <Letterlijk>{nu ?? was}</Letterlijk>
        </p>
        {/* Within the window: what a page says behind it nobody hears. */}
        <p role="status" className={anders && 'balk balk--uitleg'} data-anders={anders ? '' : undefined}>
          {anders}
        </p>
        {melding}
        {children}
        <Tekstvlak name="woorden" {...veld} />
        <p className="quiet">{uitleg}</p>
        <div className="knoppen">
          {nu !== undefined && (
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {stuur}
            </Knop>
          )}
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
  );
}
