// What nobody has yet, live. A row with an open menu stays where it is, also when somebody else was first: then it says so.
import clsx from 'clsx';
import { useEffect, useMemo, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { CaseloadWat, Ik, MedewerkerCaseload, ZaakAntwoord, ZaakRij } from '../../api/types';
import { datumDag } from '../../datum';
import { Naar } from '../../route';
import { useBundle } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Contactdag, Termijn } from '../../ui/termijn';
import { Skelet } from '../randpaginas';
import { opSpoed } from '../werkvoorraad/spoed';
import { Ongedaan } from '../zaken/Ongedaan';
import type { Gelukt } from '../zaken/samen';
import { Uitslagbalk } from '../zaken/Uitslagbalk';
import { Keuze } from './Keuze';
import type { Sleep } from './sleep';
import type { Melding, Toedeling } from './toedeling';

const t = nl.caseload;

export interface VerdelenProps {
  ik: Ik;
  wat: CaseloadWat;
  toedeling: Toedeling;
  sleep: Sleep;
}

export function Verdelen({ ik, wat, toedeling, sleep }: VerdelenProps) {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const [open, setOpen] = useState<ZaakRij>();
  const { melding, verdelen, kop } = toedeling;
  const rijen = useMemo(() => {
    const alle = bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : [];
    return alle.filter((rij) => rij.behandelaars.length === 0).sort(opSpoed);
  }, [bundel]);
  const weg = open && !rijen.some((rij) => rij.id === open.id) ? open : undefined;
  const zichtbaar = weg ? [...rijen, weg].sort(opSpoed) : rijen;
  // At noon of the server's day: whoever counts days from it counts whole ones.
  const dag = new Date(`${wat.dag}T12:00:00`);

  const klaar = (uitkomst: Melding) => {
    setOpen(undefined);
    toedeling.zeg(uitkomst);
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
      {rijen.length > 0 && <p className="sm quiet alleen-muis">{t.sleep.uitleg}</p>}
      <p className="sm">
        <Naar to="/zaken?wie=niemand">{t.alsTabel}</Naar>
      </p>
      <Uitkomst melding={melding} ongedaan={toedeling.ongedaan} />
      {verdelen.stand.stand === 'gedaan' && (
        <Uitslagbalk gedaan={verdelen.stand.gedaan} verdelen={verdelen} />
      )}
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
              toedeling.stil();
              setOpen(aan ? rij : undefined);
            }}
            klaar={klaar}
            sleep={sleep}
          />
        ))}
      </ul>
    </aside>
  );
}

interface UitkomstProps {
  melding: Melding | undefined;
  ongedaan: (gelukt: Gelukt) => void;
}

/** What came of the last one, with the way back. */
function Uitkomst({ melding, ongedaan }: UitkomstProps) {
  const [stil, setStil] = useState(false);
  const gelukt = melding?.gelukt;
  return (
    <div
      role="alert"
      onPointerEnter={() => setStil(true)}
      onPointerLeave={() => setStil(false)}
      onFocus={() => setStil(true)}
      onBlur={() => setStil(false)}
    >
      {melding && (
        <p
          className={clsx('balk', `balk--${melding.soort}`, melding.los && 'balk--los')}
          data-uitkomst={melding.soort}
        >
          <Icoon naam={melding.soort === 'goed' ? 'vink' : 'waarschuwing'} />
          {melding.zin}
          {gelukt && <Ongedaan van={gelukt} stil={stil} doe={() => ongedaan(gelukt)} />}
        </p>
      )}
    </div>
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
  sleep: Sleep;
}

function Kaart({ rij, dag, mensen, open, vergeven, schakel, klaar, sleep }: KaartProps) {
  const knop = useRef<HTMLButtonElement>(null);
  const nu = useNuVan(vergeven ? rij.id : undefined);
  return (
    <li
      className={clsx('kaart', !open && 'kaart--los', sleep.rij?.id === rij.id && 'kaart--inhand')}
      data-wacht={rij.zaaknummer}
      // With the menu open what one wants is to choose in it, and to select its text.
      {...(open || vergeven ? {} : sleep.kaart(rij))}
    >
      <h3>
        <Naar to={`/zaken/${rij.id}`} draggable={false}>
          {rij.zaaktype_naam}
        </Naar>
      </h3>
      <p className="sm quiet">
        <span className="kenmerk">{rij.zaaknummer}</span>, {t.binnen(datumDag(rij.ontvangen_op))}
      </p>
      <div className="kaartvoet">
        <Contactdag dag={rij.contact_uiterlijk} now={dag} />
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
