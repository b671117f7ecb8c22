// A resident's money. What is on the rekening comes live; while Allegro is away the page says of when it is, and never shows a zero.
import { geld } from '../../teksten/geld';
import { nl } from '../../teksten/nl';
import { Verbindingsbalk } from '../../ui/verbinding';
import { Rekening } from './Rekening';
import { useRekeningen } from './rekeningen';

export function GeldPagina() {
  const rekeningen = useRekeningen();
  return (
    <>
      <Verbindingsbalk />
      <h1>{geld.titel}</h1>
      {rekeningen.stand === 'laden' && <p className="lead">{nl.laden}</p>}
      {rekeningen.stand === 'fout' && <p className="lead">{geld.mislukt}</p>}
      {rekeningen.stand === 'klaar' && rekeningen.items.length === 0 && <p className="lead">{geld.geen}</p>}
      {rekeningen.stand === 'klaar' &&
        rekeningen.items.map((rekening) => <Rekening key={rekening.id} rekening={rekening} />)}
      <p>
        <a href="/portaal">{geld.terug}</a>
      </p>
    </>
  );
}
