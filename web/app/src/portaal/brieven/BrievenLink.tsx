// On a resident's first page: that what we wrote to them is in one place.
import { Naar } from '../../route';
import { brief as t } from '../../teksten/brief';
import { knopKlasse } from '../../ui/knop';

export function BrievenLink() {
  return (
    <section className="sectie" aria-labelledby="brieven">
      <header>
        <h2 id="brieven">{t.alle}</h2>
      </header>
      <p>{t.lead}</p>
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal/brieven">
          {t.bekijk}
        </Naar>
      </p>
    </section>
  );
}
