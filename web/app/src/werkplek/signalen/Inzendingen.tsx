// The reports of a signaal, each with its source, and how long they are kept.
import type { SignaalWat } from '../../api/types';
import { datumLang } from '../../datum';
import { nl } from '../../teksten/werk';

export function Inzendingen({ signaal }: { signaal: SignaalWat }) {
  const t = nl.signaal;
  return (
    <section className="sectie" aria-labelledby="meldingen">
      <header>
        <h2 id="meldingen">{t.meldingen}</h2>
        <span className="quiet sm">{t.keren(signaal.inzendingen.length)}</span>
      </header>
      <p className="quiet">{t.bronBeschermd}</p>
      <ul className="werklijst">
        {signaal.inzendingen.map((it) => (
          <li key={it.id} className="rij" data-inzending={it.id}>
            <div>
              <p className="verslagtekst">{it.toelichting ?? t.geenToelichting}</p>
              <p className="quiet sm">
                {[
                  `${t.bronnen[it.bronsoort]}: ${it.bron}`,
                  t.betrouwbaarheid[it.betrouwbaarheid],
                  it.kenmerk && t.kenmerk(it.kenmerk),
                  t.waargenomen(datumLang(it.waargenomen_op)),
                  t.ontvangen(datumLang(it.ontvangen_op)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="quiet sm" data-bewaren>
        {t.bewarenTot(datumLang(signaal.bewaren_tot))}
      </p>
    </section>
  );
}
