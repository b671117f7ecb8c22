// A resident's money. What is on the rekening comes live; while Allegro is away the page says of when it is, and never shows a zero.
import { geld } from '../../teksten/geld';
import { Skelet } from '../../ui/losblad';
import { Mislukt } from '../Mislukt';
import { Rekening } from './Rekening';
import { useRekeningen } from './rekeningen';

export function GeldPagina() {
  const rekeningen = useRekeningen();
  return (
    <>
      <h1>{geld.titel}</h1>
      {rekeningen.stand === 'laden' && <Skelet />}
      {rekeningen.stand === 'fout' && <Mislukt tekst={geld.mislukt} />}
      {rekeningen.stand === 'klaar' && rekeningen.items.length === 0 && <p className="lead">{geld.geen}</p>}
      {rekeningen.stand === 'klaar' && rekeningen.items.length === 0 && <p>{geld.geenUitleg}</p>}
      {rekeningen.stand === 'klaar' &&
        rekeningen.items.map((rekening) => <Rekening key={rekening.id} rekening={rekening} />)}
      <p>
        <a href="/portaal">{geld.terug}</a>
      </p>
    </>
  );
}
