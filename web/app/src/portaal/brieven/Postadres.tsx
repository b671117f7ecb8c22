// Where a letter on paper goes: one's own address, asked for when one chooses paper. One that is kept from others is not on a screen either.
import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { PersoonWat } from '../../api/types';
import { brief } from '../../teksten/brief';
import { Bel } from '../../ui/belnummer';

const t = brief.voorkeur.adres;

export function Postadres({ persoon }: { persoon: string }) {
  const [wie, setWie] = useState<PersoonWat>();
  useEffect(() => {
    let weg = false;
    // Without an answer nothing is said: the choice can be made all the same.
    haal<PersoonWat>(`/personen/${persoon}`).then(
      (gekregen) => !weg && setWie(gekregen),
      () => undefined,
    );
    return () => {
      weg = true;
    };
  }, [persoon]);
  if (!wie) return null;
  if (wie.adres_geheim) return <p data-postadres="geheim">{t.geheim}</p>;
  if (!wie.adres)
    return (
      <p data-postadres="onbekend">
        {t.onbekend}
        <Bel />
      </p>
    );
  const { straat, huisnummer, postcode, plaats } = wie.adres;
  return (
    <p data-postadres="bekend">
      {t.naar(`${straat} ${huisnummer}, ${postcode} ${plaats}`)}
      <Bel />
    </p>
  );
}
