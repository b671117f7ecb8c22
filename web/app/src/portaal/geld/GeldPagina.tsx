// A resident's money. What is on the rekening comes live; while Allegro is away the page says of when it is, and never shows a zero.
import type { Ik } from '../../api/types';
import { geld } from '../../teksten/geld';
import { Belnummer } from '../../ui/belnummer';
import { Skelet } from '../../ui/losblad';
import { Mislukt } from '../Mislukt';
import { Rekening } from './Rekening';
import { useRekeningen } from './rekeningen';

export function GeldPagina({ ik }: { ik: Ik }) {
  const rekeningen = useRekeningen();
  return (
    <>
      <h1>{geld.titel}</h1>
      {rekeningen.stand === 'laden' && <Skelet />}
      {rekeningen.stand === 'fout' && <Mislukt tekst={geld.mislukt} />}
      {rekeningen.stand === 'klaar' && rekeningen.items.length === 0 && (
        <Geen telefoon={ik.gemeente.telefoon} />
      )}
      {rekeningen.stand === 'klaar' &&
        rekeningen.items.map((rekening) => <Rekening key={rekening.id} rekening={rekening} />)}
      <p>
        <a href="/portaal">{geld.terug}</a>
      </p>
    </>
  );
}

/** Whoever has no rekening here may have worries all the same: the number is where it says to call. */
function Geen({ telefoon }: { telefoon: string | null | undefined }) {
  return (
    <>
      <p className="lead">{geld.geen}</p>
      <p>
        {geld.geenUitleg} {telefoon && <Belnummer nummer={telefoon} />}
      </p>
    </>
  );
}
