// On a resident's first page: the way to who looked at their dossier.
import { sporen } from '../../teksten/sporen';
import { knopKlasse } from '../../ui/knop';

const t = sporen.inzage;

export function InzageLink() {
  return (
    <section className="sectie" aria-labelledby="inzage">
      <header>
        <h2 id="inzage">{t.start}</h2>
      </header>
      <p>{t.startUitleg}</p>
      <p>
        <a className={knopKlasse('tweede')} href="/portaal/inzage">
          {t.startKnop}
        </a>
      </p>
    </section>
  );
}
