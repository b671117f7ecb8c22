// On a resident's first page: how many questions wait for an answer, and the way to them.
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { toestemming } from '../../teksten/toestemming';
import { knopKlasse } from '../../ui/knop';
import { useToestemmingen } from './toestemmingen';

const t = toestemming;

export function ToestemmingLink({ ik }: { ik: Ik }) {
  const wat = useToestemmingen(ik);
  // Who answers for nobody has nothing to say here.
  if (wat.stand !== 'klaar' || wat.items.length === 0) return null;
  const aantal = wat.items.reduce((sum, one) => sum + one.gevraagd.length, 0);
  return (
    <section className="sectie" aria-labelledby="toestemming" data-vragen={aantal}>
      <header>
        <h2 id="toestemming">{t.start}</h2>
      </header>
      <p role="status">{t.startVragen(aantal)}</p>
      <p>
        <Naar className={knopKlasse(aantal > 0 ? 'eerst' : 'tweede')} to="/portaal/toestemming">
          {aantal > 0 ? t.startKnopVraag : t.startKnop}
        </Naar>
      </p>
    </section>
  );
}
