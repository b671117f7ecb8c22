// Choosing somebody whom we know, by BSN or by name and date of birth, within another form or dialog.
import { type KeyboardEvent, useRef, useState } from 'react';
import { stuur } from '../api/http';
import type { PersoonKort, PersoonVraag } from '../api/types';
import { datumLang, leesDatum } from '../datum';
import { nl } from '../teksten/werk';
import { Knop } from '../ui/knop';
import { Stoel } from '../ui/stoel';
import { Dagveld, Foutlijst, type Foutmelding, Tekstveld } from '../ui/veld';
import { uitProbleem, useFouten } from './formulier';

export interface PersoonZoekenProps {
  kies: (persoon: PersoonKort) => void;
  /** Where is asked; who may read the trail asks elsewhere than the desk. */
  waar?: string;
}

export function PersoonZoeken({ kies, waar = '/personen/zoek' }: PersoonZoekenProps) {
  const naam = useRef<HTMLDivElement>(null);
  const [gevonden, setGevonden] = useState<PersoonKort[]>();
  const [bezig, setBezig] = useState(false);
  const { fouten, beurt, veld, toon } = useFouten();

  const waarde = (id: string) => naam.current?.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
  const zoek = async () => {
    if (bezig) return;
    const typed = waarde('zoek-naam');
    const cijfers = typed.replace(/[\s.]/g, '');
    const found: Foutmelding[] = [];
    let body: PersoonVraag;
    if (/^\d{8,9}$/.test(cijfers)) body = { bsn: cijfers };
    else {
      const geboortedatum = leesDatum(waarde('zoek-geboren'));
      if (!typed) found.push({ veld: 'zoek-naam', tekst: nl.fout.verplicht('een naam') });
      if (!geboortedatum) found.push({ veld: 'zoek-geboren', tekst: nl.melding.geboortedatumFout });
      body = { naam: typed, geboortedatum };
    }
    toon(found);
    if (found.length > 0) return;
    setBezig(true);
    try {
      const { items } = await stuur<{ items: PersoonKort[] }>(waar, body);
      setGevonden(items);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    } finally {
      setBezig(false);
    }
  };
  const bijEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void zoek();
  };

  return (
    <div ref={naam} className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <div className="naast">
        <Tekstveld
          id="zoek-naam"
          label={nl.plan.groep.zoekNaam}
          fout={veld['zoek-naam']}
          onKeyDown={bijEnter}
        />
        <Dagveld
          id="zoek-geboren"
          label={nl.melding.geboortedatum}
          uitleg={nl.melding.geboortedatumUitleg}
          fout={veld['zoek-geboren']}
          onKeyDown={bijEnter}
        />
      </div>
      <div className="knoppen">
        <Knop soort="tweede" icoon="zoek" bezig={bezig} onClick={() => void zoek()}>
          {nl.melding.zoek}
        </Knop>
      </div>
      <div role="status">
        {gevonden && (
          <div className="gevonden">
            <h3>{gevonden.length === 0 ? nl.melding.niemand : nl.melding.gevonden(gevonden.length)}</h3>
            <ul>
              {gevonden.map((p) => (
                <li key={p.id} className="rij gevondenrij">
                  <Stoel naam={p.naam} inwoner />
                  <p>
                    <strong>{p.naam}</strong>
                    {p.geboortedatum && (
                      <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
                    )}
                  </p>
                  <Knop
                    soort="tweede"
                    onClick={() => {
                      kies(p);
                      setGevonden(undefined);
                    }}
                  >
                    {nl.melding.kies(p.naam)}
                  </Knop>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
