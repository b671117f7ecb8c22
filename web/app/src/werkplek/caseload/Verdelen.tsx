// What nobody has yet, live. A row with an open menu stays where it is, also when somebody else was first: then it says so.
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
import { useVerdelen } from '../zaken/verdelen';
import { Keuze, type Melding } from './Keuze';

const t = nl.caseload;

export function Verdelen({ ik, wat }: { ik: Ik; wat: CaseloadWat }) {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const [open, setOpen] = useState<ZaakRij>();
  const [melding, setMelding] = useState<Melding>();
  const verdelen = useVerdelen();
  const kop = useRef<HTMLHeadingElement>(null);
  const rijen = useMemo(() => {
    const alle = bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : [];
    return alle.filter((rij) => rij.behandelaars.length === 0).sort(opSpoed);
  }, [bundel]);
  const weg = open && !rijen.some((rij) => rij.id === open.id) ? open : undefined;
  const zichtbaar = weg ? [...rijen, weg].sort(opSpoed) : rijen;
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
      <p className="sm">
        <Naar to="/zaken?wie=niemand">{t.alsTabel}</Naar>
      </p>
      <Uitkomst
        melding={melding}
        ongedaan={(gelukt) => {
          setMelding(undefined);
          kop.current?.focus();
          void verdelen.maakOngedaan([gelukt]);
        }}
      />
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
              setMelding(undefined);
              verdelen.sluit();
              setOpen(aan ? rij : undefined);
            }}
            klaar={klaar}
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
        <p className={`balk balk--${melding.soort}`} data-uitkomst={melding.soort}>
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
