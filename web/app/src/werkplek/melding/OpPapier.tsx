// The numbers to give along on paper, to who cannot log in (C2-L1). On paper: a sheet for each of them and nothing else.
import type { Ik } from '../../api/types';
import { datumLang } from '../../datum';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';

export interface Briefje {
  naam: string;
  nummers: string[];
}

export function OpPapier({ briefjes, van }: { briefjes: Briefje[]; van: Ik }) {
  const t = nl.papier;
  const now = useNu();
  if (briefjes.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="op-papier" data-op-papier>
      <header>
        <h2 id="op-papier">{t.titel}</h2>
      </header>
      <p>{t.uitleg(briefjes.map((b) => b.naam))}</p>
      {briefjes.map(({ naam, nummers }) => (
        <div className="nummerbrief" key={nummers[0]}>
          <p className="quiet sm">
            {nl.gemeente(van.gemeente.naam)}, {datumLang(now)}
          </p>
          <p>
            <strong>{t.blad(naam)}</strong>
          </p>
          <p>{t.nummer(nummers.length)}</p>
          {nummers.map((nummer) => (
            <p className="kenmerk nummerbrief-nummer" key={nummer}>
              {nummer}
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
