// What nobody has yet, live. A row with an open menu stays where it is, also when somebody else was first: then it says so.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { CaseloadWat, Ik, MedewerkerCaseload, Uitgevoerd, ZaakAntwoord, ZaakRij } from '../../api/types';
import { datumDag } from '../../datum';
import { Naar } from '../../route';
import { useBundle, useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Stoel } from '../../ui/stoel';
import { Termijn } from '../../ui/termijn';
import { Wachtregel } from '../../ui/wachtregel';
import { conflictzin, isConflict } from '../conflict';
import { uitProbleem } from '../formulier';
import { Skelet } from '../randpaginas';
import { afwezigzin } from './Medewerkers';

const t = nl.caseload;

interface Melding {
  soort: 'goed' | 'fout';
  zin: string;
}

export function Verdelen({ ik, wat }: { ik: Ik; wat: CaseloadWat }) {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const [open, setOpen] = useState<ZaakRij>();
  const [melding, setMelding] = useState<Melding>();
  const kop = useRef<HTMLHeadingElement>(null);
  const rijen = useMemo(() => {
    const alle = bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : [];
    return alle
      .filter((rij) => rij.behandelaars.length === 0)
      .sort(
        (a, b) => a.uiterlijk_op.localeCompare(b.uiterlijk_op) || a.zaaknummer.localeCompare(b.zaaknummer),
      );
  }, [bundel]);
  const weg = open && !rijen.some((rij) => rij.id === open.id) ? open : undefined;
  const zichtbaar = weg
    ? [...rijen, weg].sort(
        (a, b) => a.uiterlijk_op.localeCompare(b.uiterlijk_op) || a.zaaknummer.localeCompare(b.zaaknummer),
      )
    : rijen;
  // At noon of the server's day: whoever counts days from it counts whole ones.
  const dag = new Date(`${wat.dag}T12:00:00`);

  const klaar = (uitkomst: Melding) => {
    setMelding(uitkomst);
    setOpen(undefined);
    // The row and its button may be gone: the focus goes to what stays.
    kop.current?.focus();
  };
  return (
    <aside className="verdeel" aria-labelledby="verdelen">
      <header>
        <h2 id="verdelen" ref={kop} tabIndex={-1}>
          {t.verdelen}
        </h2>
        <span className="quiet sm">
          <span data-wachtend>{rijen.length}</span>, {t.oudsteBoven}
        </span>
      </header>
      <div role="alert">
        {melding && (
          <p className={`balk balk--${melding.soort}`} data-uitkomst={melding.soort}>
            <Icoon naam={melding.soort === 'goed' ? 'vink' : 'waarschuwing'} />
            {melding.zin}
          </p>
        )}
      </div>
      {bundel.stand === 'laden' && <Skelet />}
      {bundel.stand === 'klaar' && zichtbaar.length === 0 && <p className="quiet">{t.leeg}</p>}
      <ul>
        {zichtbaar.map((rij) => (
          <Kaart
            key={rij.id}
            rij={rij}
            dag={dag}
            mensen={wat.medewerkers}
            open={open?.id === rij.id}
            vergeven={weg?.id === rij.id}
            schakel={(aan) => {
              setMelding(undefined);
              setOpen(aan ? rij : undefined);
            }}
            klaar={klaar}
          />
        ))}
      </ul>
    </aside>
  );
}

interface KaartProps {
  rij: ZaakRij;
  dag: Date;
  mensen: MedewerkerCaseload[];
  open: boolean;
  vergeven: boolean;
  schakel: (open: boolean) => void;
  klaar: (melding: Melding) => void;
}

function Kaart({ rij, dag, mensen, open, vergeven, schakel, klaar }: KaartProps) {
  const knop = useRef<HTMLButtonElement>(null);
  const nu = useNuVan(vergeven ? rij.id : undefined);
  return (
    <li className="kaart" data-wacht={rij.zaaknummer}>
      <h3>
        <Naar to={`/zaken/${rij.id}`}>{rij.zaaktype_naam}</Naar>
      </h3>
      <p className="sm quiet">
        <span className="kenmerk">{rij.zaaknummer}</span>, {t.binnen(datumDag(rij.ontvangen_op))}
      </p>
      <div className="kaartvoet">
        <Termijn uiterlijkOp={rij.uiterlijk_op} now={dag} />
        <button
          type="button"
          ref={knop}
          className="utrecht-button utrecht-button--secondary-action knop knop--tweede knop--klein"
          aria-expanded={open}
          aria-label={t.wijsToeAan(rij.zaaknummer)}
          onClick={() => schakel(!open)}
        >
          {t.wijsToe}
        </button>
      </div>
      {vergeven && nu && (
        <p className="balk balk--uitleg" data-vergeven>
          {t.netVergeven(nu)}
        </p>
      )}
      {open && (
        <Keuze
          rij={rij}
          mensen={mensen}
          klaar={klaar}
          sluit={() => {
            schakel(false);
            knop.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** Whose it became, when somebody else was first. */
function useNuVan(zaak: string | undefined): string | undefined {
  const [namen, setNamen] = useState<string>();
  useEffect(() => {
    if (!zaak) return undefined;
    let weg = false;
    haal<ZaakAntwoord>(`/zaken/${zaak}`)
      .then((gezien) => {
        if (!weg) setNamen(nl.en(gezien.behandelaars.map((b) => b.naam)));
      })
      // It cannot be asked now; pressing the button tells the same.
      .catch(() => {});
    return () => {
      weg = true;
    };
  }, [zaak]);
  return zaak ? namen : undefined;
}

interface KeuzeProps {
  rij: ZaakRij;
  mensen: MedewerkerCaseload[];
  klaar: (melding: Melding) => void;
  sluit: () => void;
}

/** One or more people, with what they have already. Those of the field come first, the lightest on top. */
function Keuze({ rij, mensen, klaar, sluit }: KeuzeProps) {
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(new Set());
  const [fout, setFout] = useState<string>();
  const vak = useRef<HTMLFormElement>(null);
  // The order of when the menu opened: nothing moves under a finger while the figures go on.
  const [orde] = useState(() =>
    [...mensen]
      .sort(
        (a, b) =>
          Number(b.team === rij.domein) - Number(a.team === rij.domein) ||
          Number(a.afwezig?.nu ?? false) - Number(b.afwezig?.nu ?? false) ||
          a.telling.gewicht - b.telling.gewicht,
      )
      .map((m) => m.id),
  );
  const lijst = orde.flatMap((id) => mensen.find((m) => m.id === id) ?? []);
  const namen = lijst.filter((m) => gekozen.has(m.id)).map((m) => nl.voornaam(m.naam));
  useEffect(() => vak.current?.querySelector<HTMLElement>('input')?.focus(), []);

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
      klaar({ soort: 'goed', zin });
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
          <label key={m.id} className="keuze keuze--mens">
            <input
              type="checkbox"
              checked={gekozen.has(m.id)}
              onChange={(event) => {
                const next = new Set(gekozen);
                if (event.target.checked) next.add(m.id);
                else next.delete(m.id);
                setGekozen(next);
              }}
            />
            <Stoel naam={m.naam} id={m.id} klein weg={m.afwezig?.nu ?? false} />
            <span>
              {m.naam}
              <small className="quiet">
                {t.last(m.telling.aantal, m.telling.gewicht)}
                {m.afwezig && `, ${afwezigzin(m.afwezig)}`}
              </small>
            </span>
          </label>
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
