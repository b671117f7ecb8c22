// The numbers to give along on paper, to who cannot log in (C2-L1). On paper: a sheet for each of them and nothing else.
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';

export interface Briefje {
  naam: string;
  nummers: string[];
}

export function OpPapier({ briefjes }: { briefjes: Briefje[] }) {
  const t = nl.papier;
  if (briefjes.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="op-papier" data-op-papier>
      <header>
        <h2 id="op-papier">{t.titel}</h2>
      </header>
      <p>{t.uitleg(briefjes.map((b) => b.naam))}</p>
      {briefjes.map(({ naam, nummers }) => (
        <div className="nummerbrief" key={nummers[0]}>
          <p>
            <strong>{t.blad(naam)}</strong>
          </p>
          {nummers.map((nummer) => (
            <p key={nummer}>
              {t.nummer} <strong className="kenmerk">{nummer}</strong>.
            </p>
          ))}
          <p>{t.bewaar}</p>
        </div>
      ))}
      <div className="knoppen">
        <Knop soort="tweede" icoon="afdrukken" onClick={() => window.print()}>
          {t.drukAf}
        </Knop>
      </div>
    </section>
  );
}
