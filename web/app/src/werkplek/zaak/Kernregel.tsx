// In a crisis, above all else on the page: where somebody is, whom to call, who has gezag.
import { useEffect } from 'react';
import type { ContactWat, HuishoudenWat, PersoonWat, ZaakWat } from '../../api/types';
import { useBundle, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Belnummer } from '../../ui/belnummer';
import { useThuis } from './Inwoner';
import { type Kern, kern } from './kern';

const t = nl.zaak.kern;

/**
 * The huishouden, live: what changes in it comes by itself, and when somebody has one at last, or leaves it, it is asked anew. `undefined`
 * while it is asked.
 */
function useHuis(persoon: string) {
  const { data, refetch } = useThuis(persoon);
  const id = data?.huishouden?.id;
  const huis = useView<HuishoudenWat>(id && `huishouden/${id}@wat`);
  const weg =
    huis.stand === 'weg' ||
    (huis.stand === 'klaar' && !huis.b.leden.some((lid) => lid.persoon.id === persoon));
  useEffect(() => {
    if (weg) void refetch();
  }, [weg, refetch]);
  const geen = data !== undefined && (!id || weg);
  return { huis: geen ? null : huis.stand === 'klaar' ? huis.b : undefined, alleen: data && !id, refetch };
}

/** Hears when a huishouden is recorded of somebody who had none. */
function Wachter({ persoon, gekomen }: { persoon: string; gekomen: () => void }) {
  const thuis = useBundle<unknown>(`thuis/${persoon}`);
  const weg = thuis.stand === 'weg';
  useEffect(() => {
    if (weg) gekomen();
  }, [weg, gekomen]);
  return null;
}

function Regel({ wie, children }: { wie: NonNullable<Kern['bel']>; children: string }) {
  return (
    <>
      {children} {wie.telefoon && <Belnummer nummer={wie.telefoon} />}
    </>
  );
}

export function Kernregel({ zaak, persoon, now }: { zaak: ZaakWat; persoon: PersoonWat; now: Date }) {
  const { huis, alleen, refetch } = useHuis(persoon.id);
  const contact = useView<ContactWat>(zaak.contact ? `contact/${zaak.contact}@wat` : undefined);
  const { verblijf, gemeld, bel, gezag } = kern(
    persoon,
    huis,
    contact.stand === 'klaar' ? contact.b : undefined,
    now,
  );
  const wachter = alleen && <Wachter persoon={persoon.id} gekomen={refetch} />;
  if (!verblijf && !gemeld && !bel && !gezag) return wachter || null;
  return (
    <section className="kernregel" aria-label={t.naam} data-kern>
      {wachter}
      {verblijf && <p data-kern-verblijf>{verblijf}</p>}
      {gemeld && (
        <p data-kern-spreker>
          <Regel wie={gemeld}>{t.gemeld(gemeld.naam) + (gemeld.telefoon ? ':' : '.')}</Regel>
        </p>
      )}
      {bel && (
        <p data-kern-bel>
          <Regel wie={bel}>{t.bel(bel.naam)}</Regel>
        </p>
      )}
      {gezag && (
        <p data-kern-gezag>
          {nl.huishouden.gezag}: {gezag}
        </p>
      )}
    </section>
  );
}
