// The window in which one says something of a plan: what it is about, what is asked, and a way to send it as long as that can be.
import type { FormEvent, ReactNode } from 'react';
import { mijnplan } from '../../../teksten/mijnplan';
import { Bel } from '../../../ui/belnummer';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Letterlijk } from '../../../ui/letterlijk';
import { Tekstvlak } from '../../../ui/veld';
import { tekst } from '../../../werkplek/formulier';

const t = mijnplan.zeg;
const ANDER = 'ander';

export interface ZegvormProps {
  titel: string;
  /** How it read when the window was opened, and how it reads now; absent when nothing can be said of it any more. */
  was: string;
  nu: string | undefined;
  /** What happened instead, when that is known. */
  anders?: string;
  /** What is wrong with what was filled in, or that it waits. */
  melding: ReactNode;
  /** It was refused for what happened meanwhile, and `melding` says so. */
  geweigerd: boolean;
  /** What is asked before one's own words. */
  children?: ReactNode;
  veld: { id: string; label: string; uitleg?: string; rows: number; optioneel: boolean; fout?: string };
  /** Who reads it. */
  uitleg: string;
  stuur: string;
  /** What one can answer as well, with the same words. */
  anderAntwoord?: { tekst: string; verstuur: (woorden: string) => Promise<void> };
  bezig: boolean;
  sluit: () => void;
  verstuur: (woorden: string) => Promise<void>;
}

export function Zegvorm(vorm: ZegvormProps) {
  const { titel, was, nu, melding, geweigerd, children, veld, uitleg, stuur, anderAntwoord, bezig, sluit } =
    vorm;
  const stuurIn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (nu === undefined) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const ander = submitter?.getAttribute('value') === ANDER ? anderAntwoord : undefined;
    void (ander ?? vorm).verstuur(tekst(new FormData(event.currentTarget), 'woorden'));
  };
  const anders = nu === undefined ? (vorm.anders ?? t.weg) : nu === was ? undefined : t.anders;
  return (
    <Dialoog titel={titel} sluit={sluit}>
      <form onSubmit={stuurIn} noValidate className="formulier">
        <p>
          <Letterlijk>{nu ?? was}</Letterlijk>
        </p>
        {/* Within the window: what a page says behind it nobody hears. */}
        <p
          role="status"
          className={anders ? 'balk balk--uitleg' : 'vh'}
          data-anders={anders ? '' : undefined}
        >
          {anders}
        </p>
        {melding}
        {(nu === undefined || geweigerd) && (
          <p>
            {t.bel}
            <Bel />
          </p>
        )}
        {children}
        <Tekstvlak name="woorden" {...veld} />
        <p className="quiet">{uitleg}</p>
        <div className="knoppen">
          {nu !== undefined && (
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {stuur}
            </Knop>
          )}
          {nu !== undefined && anderAntwoord && (
            <Knop type="submit" soort="tweede" bezig={bezig} name="antwoord" value={ANDER}>
              {anderAntwoord.tekst}
            </Knop>
          )}
          <Terugknop>{anderAntwoord ? t.later : undefined}</Terugknop>
        </div>
      </form>
    </Dialoog>
  );
}
