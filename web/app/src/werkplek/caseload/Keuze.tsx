// To whom a waiting zaak goes.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MedewerkerCaseload, ZaakRij } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem } from '../formulier';
import { afwezigzin } from './Medewerkers';
import { type Melding, useGeef } from './toedeling';

const t = nl.caseload;

export interface KeuzeProps {
  rij: ZaakRij;
  mensen: MedewerkerCaseload[];
  klaar: (melding: Melding) => void;
  sluit: () => void;
}

/** One or more people, with what they have already. Those of the field come first, the lightest on top. */
export function Keuze({ rij, mensen, klaar, sluit }: KeuzeProps) {
  const { geef, bezig, wacht } = useGeef();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const [fout, setFout] = useState<string>();
  const vak = useRef<HTMLFormElement>(null);
  const lijst = useLijst(mensen, rij.domein);
  const gekozenen = lijst.filter((m) => gekozen.has(m.id));
  const namen = gekozenen.map((m) => nl.voornaam(m.naam));
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
      const uitkomst = await geef(rij, gekozenen);
      if (uitkomst) klaar(uitkomst);
    } catch (error) {
      setFout(uitProbleem(error, () => undefined)[0]?.tekst);
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
