// What waits for the second pair of eyes of somebody who sees nothing else of the zaak. It is there while it waits.
import { useRef } from 'react';
import type { Ik, ZaakBesluit, ZaakDat } from '../../../api/types';
import { navigeer } from '../../../route';
import { useNu, useView } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { zetGedaan } from './gedaan';
import { Oordeel } from './Oordeel';
import { werkteMee } from './rollen';
import { Voorstel } from './Voorstel';

export function BesluitToets({ zaak, ik }: { zaak: ZaakDat; ik: Ik }) {
  const now = useNu();
  const live = useView<ZaakBesluit>(`zaak/${zaak.id}@besluit`);
  const nummer = useRef(zaak.zaaknummer);
  const t = nl.besluit;
  if (live.stand !== 'klaar') return null;
  const { besluit, persoon } = live.b;
  return (
    <section className="sectie" aria-labelledby="besluit">
      <header>
        <h2 id="besluit">{t.toetsTitel}</h2>
      </header>
      <p className="quiet">{t.toetsUitleg}</p>
      {persoon && (
        <p>
          {t.voor} <strong>{persoon.naam}</strong>
        </p>
      )}
      <Voorstel besluit={besluit} now={now} />
      {!werkteMee(ik, besluit) && (
        <Oordeel
          zaak={zaak.id}
          besluit={besluit}
          klaar={(akkoord) => {
            const zin = akkoord ? t.akkoordVastgelegd : t.afwijzingVastgelegd;
            zetGedaan(zin(nummer.current));
            navigeer('/werkvoorraad');
          }}
        />
      )}
    </section>
  );
}
