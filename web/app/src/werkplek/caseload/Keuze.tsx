// To whom a waiting zaak goes.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MedewerkerCaseload, Uitgevoerd, ZaakRij } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';
import { Wachtregel } from '../../ui/wachtregel';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import type { Gelukt } from '../zaken/samen';
import { afwezigzin } from './Medewerkers';

const t = nl.caseload;

/** What is said when it was tried. */
export interface Melding {
  soort: 'goed' | 'fout';
  zin: string;
  /** What was given, so that it can be undone. */
  gelukt?: Gelukt;
}

export interface KeuzeProps {
  rij: ZaakRij;
  mensen: MedewerkerCaseload[];
  klaar: (melding: Melding) => void;
  sluit: () => void;
}

/** One or more people, with what they have already. Those of the field come first, the lightest on top. */
export function Keuze({ rij, mensen, klaar, sluit }: KeuzeProps) {
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const [fout, setFout] = useState<string>();
  const vak = useRef<HTMLFormElement>(null);
  const lijst = useLijst(mensen, rij.domein);
  const namen = lijst.filter((m) => gekozen.has(m.id)).map((m) => nl.voornaam(m.naam));
  useEffect(() => vak.current?.querySelector<HTMLElement>('input')?.focus(), []);

  const kies = (id: string, aan: boolean) => {
    const next = new Set(gekozen);
    if (aan) next.add(id);
    else next.delete(id);
    setGekozen(next);
  };
  const wijsToe = async (event: FormEvent) => {
    event.preventDefault();
    if (gekozen.size === 0) {
      setFout(nl.toewijzen.niemand);
      return;
    }
    try {
      const body = { behandelaars: [...gekozen] };
      const done = await run<Uitgevoerd>(`/zaken/${rij.id}/toewijzen`, body, rij.versie);
      if (!done) return;
      const zin = t.isNu(rij.zaaknummer, nl.en(namen));
      omroep.zeg('toegewezen', zin);
      klaar({ soort: 'goed', zin, gelukt: { rij, versie: done.versie } });
    } catch (error) {
      if (isConflict(error)) klaar({ soort: 'fout', zin: `${rij.zaaknummer}: ${conflictzin(error)}` });
      else setFout(uitProbleem(error, () => undefined)[0]?.tekst);
    }
  };
  return (
    <form
      ref={vak}
      className="keuzemenu"
      onSubmit={wijsToe}
      onKeyDown={(event) => {
        if (event.key === 'Escape') sluit();
      }}
    >
      <fieldset
        className="utrecht-form-fieldset keuzelijst"
        aria-describedby={fout ? 'verdeel-fout' : undefined}
      >
        <legend className="label">{t.kies}</legend>
        {fout && (
          <p className="fouttekst" id="verdeel-fout" role="alert">
            <Icoon naam="waarschuwing" />
            {fout}
          </p>
        )}
        {lijst.map((m) => (
          <Mens key={m.id} mens={m} gekozen={gekozen.has(m.id)} kies={(aan) => kies(m.id, aan)} />
        ))}
      </fieldset>
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" klein bezig={bezig}>
          {nl.toewijzen.bevestig(namen)}
        </Knop>
        <Knop soort="stil" klein onClick={sluit}>
          {t.annuleer}
        </Knop>
      </div>
    </form>
  );
}

/** In the order of when the menu opened: nothing moves under a finger while the figures go on. */
export function useLijst(mensen: MedewerkerCaseload[], domein: ZaakRij['domein']): MedewerkerCaseload[] {
  const [orde] = useState(() =>
    [...mensen]
      .sort(
        (a, b) =>
          Number(b.team === domein) - Number(a.team === domein) ||
          Number(a.afwezig?.nu ?? false) - Number(b.afwezig?.nu ?? false) ||
          a.telling.gewicht - b.telling.gewicht,
      )
      .map((m) => m.id),
  );
  return orde.flatMap((id) => mensen.find((m) => m.id === id) ?? []);
}

export interface MensProps {
  mens: MedewerkerCaseload;
  gekozen: boolean;
  kies: (aan: boolean) => void;
}

export function Mens({ mens, gekozen, kies }: MensProps) {
  return (
    <label className="keuze keuze--mens">
      <input type="checkbox" checked={gekozen} onChange={(event) => kies(event.target.checked)} />
      <Stoel naam={mens.naam} id={mens.id} klein weg={mens.afwezig?.nu ?? false} />
      <span>
        {mens.naam} <span className="quiet sm">{t.functie(mens.rol_naam, mens.team)}</span>
        <small className="quiet">
          {t.last(mens.telling.aantal, mens.telling.gewicht)}
          {mens.afwezig && `, ${afwezigzin(mens.afwezig)}`}
        </small>
      </span>
    </label>
  );
}
