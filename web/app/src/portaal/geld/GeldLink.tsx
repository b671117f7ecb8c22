// On a resident's first page: the way to their money, for who has a rekening with us.
import { geld } from '../../teksten/geld';
import { knopKlasse } from '../../ui/knop';
import { useRekeningen } from './rekeningen';

export function GeldLink() {
  const rekeningen = useRekeningen();
  if (rekeningen.stand !== 'klaar' || rekeningen.items.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="geld">
      <header>
        <h2 id="geld">{geld.start}</h2>
      </header>
      <p>{geld.startUitleg}</p>
      <p>
        <a className={knopKlasse('eerst')} href="/portaal/geld">
          {geld.startKnop}
        </a>
      </p>
    </section>
  );
}
