// Who a search found: who is known here first, then who is only in the BRP and is taken over when chosen.
import { useState } from 'react';
import type { BrpStand, PersoonKort, PersoonTreffer, Uitgevoerd, Zoekantwoord } from '../../api/types';
import { datumLang } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Foutlijst, type Foutmelding } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem } from '../formulier';

export interface GevondenProps {
  antwoord: Zoekantwoord;
  kies: (p: PersoonKort) => void;
}

export function Gevonden({ antwoord, kies }: GevondenProps) {
  const { run, bezig, wacht } = useOpdracht();
  const [mis, setMis] = useState<{ fouten: Foutmelding[]; beurt: number }>({ fouten: [], beurt: 0 });
  const { items, brp } = antwoord;

  const neem = async (treffer: PersoonTreffer) => {
    const { naam, geboortedatum } = treffer;
    if (treffer.id) {
      kies({ id: treffer.id, naam, geboortedatum });
      return;
    }
    try {
      const done = await run<Uitgevoerd>('/personen/uit-brp', { bsn: treffer.bsn });
      if (done) kies({ id: done.id, naam, geboortedatum });
    } catch (error) {
      setMis((old) => ({ fouten: uitProbleem(error, () => undefined), beurt: old.beurt + 1 }));
    }
  };

  return (
    <>
      <BrpBalk brp={brp} />
      <h3>{items.length === 0 ? nl.melding.niemand : nl.melding.gevonden(items.length)}</h3>
      {items.length === 0 && (
        <p>{brp === 'niet_bereikbaar' ? nl.melding.niemandZonderBrp : nl.melding.niemandUitleg}</p>
      )}
      <Foutlijst {...mis} />
      <ul>
        {items.map((p) => (
          <li key={p.id ?? p.bsn} className="rij gevondenrij" data-bron={p.bron}>
            <Stoel naam={p.naam} inwoner />
            <p>
              <strong>{p.naam}</strong>
              {p.geboortedatum && (
                <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
              )}
              <br />
              <span className="quiet sm">{kenmerken(p).join(', ')}</span>
            </p>
            <Knop soort="tweede" bezig={bezig} onClick={() => neem(p)}>
              {p.id ? nl.melding.kies(p.naam) : nl.melding.neemOver(p.naam)}
            </Knop>
          </li>
        ))}
      </ul>
      <Wachtregel wacht={wacht} />
    </>
  );
}

function kenmerken(p: PersoonTreffer): string[] {
  return [
    p.adresregel ?? '',
    p.adres_geheim ? nl.melding.adresGeheim : '',
    p.bron === 'brp' ? nl.melding.uitBrp : '',
    p.klinkt_als ? nl.melding.klinktAls : '',
    p.opgeschort ? nl.melding.opgeschort : '',
  ].filter(Boolean);
}

export function BrpBalk({ brp }: { brp: BrpStand }) {
  if (brp !== 'niet_bereikbaar' && brp !== 'te_veel') return null;
  return (
    <p className="balk balk--uitleg" data-brp={brp}>
      <Icoon naam="keten" />
      {nl.melding.brp[brp]}
    </p>
  );
}
