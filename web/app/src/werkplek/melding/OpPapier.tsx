// The number to give along on paper, to who cannot log in (C2-L1). On paper: this and nothing else.
import { nl } from '../../teksten/nl';
import { Knop } from '../../ui/knop';

export function OpPapier({ naam, nummers }: { naam: string; nummers: string[] }) {
  const t = nl.papier;
  return (
    <section className="sectie" aria-labelledby="op-papier" data-op-papier>
      <header>
        <h2 id="op-papier">{t.titel}</h2>
      </header>
      <p>{t.uitleg(naam)}</p>
      <div className="nummerbrief">
        <p>
          <strong>{t.blad}</strong>
        </p>
        {nummers.map((nummer) => (
          <p key={nummer}>
            {t.nummer} <strong className="kenmerk">{nummer}</strong>.
          </p>
        ))}
        <p>{t.bewaar}</p>
      </div>
      <div className="knoppen">
        <Knop soort="tweede" icoon="afdrukken" onClick={() => window.print()}>
          {t.drukAf}
        </Knop>
      </div>
    </section>
  );
}
