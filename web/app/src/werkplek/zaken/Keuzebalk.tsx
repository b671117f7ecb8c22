// What can be done with the zaken that somebody chose.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseloadWat, Ik, MedewerkerCaseload } from '../../api/types';
import { useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Mens, useLijst } from '../caseload/Keuze';
import { verdeelt } from '../caseload/recht';
import type { Keuze } from './keuze';
import type { Uitslag } from './samen';
import type { useVerdelen } from './verdelen';

const t = nl.zaken;

export interface KeuzebalkProps {
  ik: Ik;
  keuze: Keuze;
  verdelen: ReturnType<typeof useVerdelen>;
}

export function Keuzebalk({ ik, keuze, verdelen }: KeuzebalkProps) {
  const [open, setOpen] = useState(false);
  const knop = useRef<HTMLDivElement>(null);
  const { stand } = verdelen.stand;
  const n = keuze.rijen.length;
  if (verdelen.stand.stand === 'bezig') {
    return (
      <div className="keuzebalk" role="status">
        <p>{t.bezig(verdelen.stand.klaar, verdelen.stand.totaal)}</p>
        <progress max={verdelen.stand.totaal} value={verdelen.stand.klaar} aria-label={t.lopend} />
      </div>
    );
  }
  if (n === 0) return null;
  const domeinen = new Set(keuze.rijen.map((rij) => rij.domein));
  const gedaan = (uitslag: Uitslag | undefined) => {
    setOpen(false);
    keuze.laatLos(uitslag?.gelukt.map(({ rij }) => rij.id) ?? []);
  };
  const sluit = () => {
    setOpen(false);
    knop.current?.querySelector('button')?.focus();
  };
  return (
    <section className="keuzebalk" aria-label={t.gekozen(n)} data-stand={stand}>
      <div className="keuzebalk-kop" ref={knop}>
        <p>
          <strong>{t.gekozen(n)}</strong>
        </p>
        {verdeelt(ik) && domeinen.size > 1 ? (
          <p role="status">
            <Icoon naam="waarschuwing" /> {t.eenDomein}
          </p>
        ) : verdeelt(ik) ? (
          <Knop soort="eerst" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.wijsToe(n)}
          </Knop>
        ) : (
          <Knop soort="eerst" onClick={() => void verdelen.pak(keuze.rijen, ik.naam).then(gedaan)}>
            {t.pak(n)}
          </Knop>
        )}
        <Knop
          soort="stil"
          onClick={() => {
            setOpen(false);
            keuze.wis();
          }}
        >
          {t.kiesNiets}
        </Knop>
      </div>
      {open && <AanWie ik={ik} keuze={keuze} verdelen={verdelen} sluit={sluit} gedaan={gedaan} />}
    </section>
  );
}

interface AanWieProps extends KeuzebalkProps {
  sluit: () => void;
  gedaan: (uitslag: Uitslag | undefined) => void;
}

/** With what everybody has already, the lightest on top. Only zaken of one field go to one person. */
function AanWie({ ik, keuze, verdelen, sluit, gedaan }: AanWieProps) {
  const view = useView<CaseloadWat>(`caseload/${ik.gemeente.id}`);
  const domeinen = useMemo(() => [...new Set(keuze.rijen.map((rij) => rij.domein))], [keuze.rijen]);
  const domein = domeinen.length === 1 ? domeinen[0] : undefined;
  if (view.stand !== 'klaar') return null;
  if (domein === undefined) return null;
  const mensen = view.b.medewerkers.filter((m) => m.team === domein);
  return <Mensen key={domein} {...{ mensen, domein, keuze, verdelen, sluit, gedaan }} />;
}

interface MensenProps {
  mensen: MedewerkerCaseload[];
  domein: MedewerkerCaseload['team'] & string;
  keuze: Keuze;
  verdelen: KeuzebalkProps['verdelen'];
  sluit: () => void;
  gedaan: AanWieProps['gedaan'];
}

function Mensen({ mensen, domein, keuze, verdelen, sluit, gedaan }: MensenProps) {
  const [wie, setWie] = useState<ReadonlySet<string>>(new Set());
  const [fout, setFout] = useState<string>();
  const vak = useRef<HTMLFormElement>(null);
  const lijst = useLijst(mensen, domein);
  useEffect(() => vak.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const gekozen = lijst.filter((m) => wie.has(m.id));
  const kies = (id: string, aan: boolean) => {
    const next = new Set(wie);
    if (aan) next.add(id);
    else next.delete(id);
    setWie(next);
    setFout(undefined);
  };
  const doe = (event: FormEvent) => {
    event.preventDefault();
    if (gekozen.length === 0) setFout(nl.toewijzen.niemand);
    else void verdelen.wijsToe(keuze.rijen, gekozen).then(gedaan);
  };
  return (
    <form
      ref={vak}
      className="keuzemenu"
      onSubmit={doe}
      onKeyDown={(event) => {
        if (event.key === 'Escape') sluit();
      }}
    >
      <fieldset
        className="utrecht-form-fieldset keuzelijst"
        aria-describedby={fout ? 'zaken-aanwie-fout' : undefined}
      >
        <legend>{t.aanWie}</legend>
        {fout && (
          <p className="fouttekst" role="alert" id="zaken-aanwie-fout">
            <Icoon naam="waarschuwing" />
            {fout}
          </p>
        )}
        {lijst.map((m) => (
          <Mens key={m.id} mens={m} gekozen={wie.has(m.id)} kies={(aan) => kies(m.id, aan)} />
        ))}
      </fieldset>
      <div className="knoppen">
        <Knop type="submit" soort="eerst">
          {nl.toewijzen.bevestig(gekozen.map((m) => nl.voornaam(m.naam)))}
        </Knop>
        <Knop soort="stil" onClick={sluit}>
          {nl.caseload.annuleer}
        </Knop>
      </div>
    </form>
  );
}
