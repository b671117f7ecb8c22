// Choosing somebody whom we know, by BSN or by name and date of birth, within another form or dialog.
import { type KeyboardEvent, useRef, useState } from 'react';
import { stuur } from '../api/http';
import type { PersoonKort, PersoonVraag, Zoekdoel } from '../api/types';
import { datumLang, leesGeboortedatum } from '../datum';
import { nu } from '../klok';
import { nl } from '../teksten/werk';
import { Knop } from '../ui/knop';
import { Stoel } from '../ui/stoel';
import { Dagveld, Foutlijst, type Foutmelding, Tekstveld } from '../ui/veld';
import { uitProbleem, useFouten } from './formulier';

export interface PersoonZoekenProps {
  kies: (persoon: PersoonKort) => void;
  /** Where is asked; who may read the trail asks elsewhere than the desk. */
  waar?: string;
  /** What for: it goes along to the BRP. */
  voor?: Zoekdoel;
}

export function PersoonZoeken({ kies, waar = '/personen/zoek', voor }: PersoonZoekenProps) {
  const naam = useRef<HTMLDivElement>(null);
  const [gevonden, setGevonden] = useState<PersoonKort[]>();
  const [bezig, setBezig] = useState(false);
  const { fouten, beurt, veld, toon } = useFouten();

  const waarde = (id: string) => naam.current?.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
  const zoek = async () => {
    if (bezig) return;
    // What an earlier question gave is no answer to this one.
    setGevonden(undefined);
    const { body, mis } = lees(waarde('zoek-naam'), waarde('zoek-geboren'));
    toon(mis);
    if (mis.length > 0) return;
    setBezig(true);
    try {
      const { items } = await stuur<{ items: PersoonKort[] }>(waar, { ...body, ...(voor ? { voor } : {}) });
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
          <Gevonden
            personen={gevonden}
            kies={(p) => {
              kies(p);
              setGevonden(undefined);
              // The next one, where there can be more; a page that goes on without this puts the focus where it goes on.
              for (const id of ['zoek-geboren', 'zoek-naam']) leegVeld(naam.current, id)?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

function leegVeld(in_: HTMLElement | null, id: string): HTMLInputElement | null {
  const veld = in_?.querySelector<HTMLInputElement>(`#${id}`) ?? null;
  if (veld) veld.value = '';
  return veld;
}

interface GevondenProps {
  personen: PersoonKort[];
  kies: (persoon: PersoonKort) => void;
}

function Gevonden({ personen, kies }: GevondenProps) {
  return (
    <div className="gevonden">
      <h3>{personen.length === 0 ? nl.melding.niemand : nl.melding.gevonden(personen.length)}</h3>
      <ul>
        {personen.map((p) => (
          <li key={p.id} className="rij gevondenrij">
            <Stoel naam={p.naam} inwoner />
            <p>
              <strong>{p.naam}</strong>
              {p.geboortedatum && (
                <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
              )}
            </p>
            <Knop soort="tweede" onClick={() => kies(p)}>
              {nl.melding.kies(p.naam)}
            </Knop>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What to ask, and what is missing in it: a number is a BSN, anything else a name with a day. */
function lees(typed: string, geboren: string): { body: PersoonVraag; mis: Foutmelding[] } {
  const cijfers = typed.replace(/[\s.]/g, '');
  if (/^\d{8,9}$/.test(cijfers)) return { body: { bsn: cijfers }, mis: [] };
  const geboortedatum = leesGeboortedatum(geboren, nu());
  const mis: Foutmelding[] = [];
  if (!typed) mis.push({ veld: 'zoek-naam', tekst: nl.fout.verplicht('een naam') });
  if (!geboortedatum) mis.push({ veld: 'zoek-geboren', tekst: nl.melding.geboortedatumFout(geboren) });
  return { body: { naam: typed, geboortedatum }, mis };
}
