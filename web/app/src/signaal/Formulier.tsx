// Reporting a signaal, for a resident in the portal and for who works here. Nothing in the answer tells whether we know the person.
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { haal } from '../api/http';
import type { Betrouwbaarheid, SoortWat } from '../api/types';
import { leesGeboortedatum } from '../datum';
import { nu } from '../klok';
import { useOpdracht } from '../rt/hooks';
import { leesTaal } from '../taal';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import {
  Dagveld,
  type Fouten,
  Foutlijst,
  type Foutmelding,
  Keuzelijst,
  Tekstveld,
  Tekstvlak,
} from '../ui/veld';
import { Wachtregel } from '../ui/wachtregel';
import { Bewaarmelding } from '../werkplek/Bewaarmelding';
import { BewaardConcept, useAanbod } from '../werkplek/bewaardconcept';
import { type LeverIn, plank } from '../werkplek/bewaarder';
import { Conceptaanbod, Conceptregel } from '../werkplek/Conceptregel';
import { Concept, isIngevuld, useConceptVelden, type Velden } from '../werkplek/concept';
import { tekst, uitProbleem, useFouten } from '../werkplek/formulier';

const VELDEN = ['soort', 'naam', 'geboortedatum', 'toelichting', 'betrouwbaarheid'];
// What is said when nothing is chosen comes first.
const ZELF: Betrouwbaarheid = 'eigen_waarneming';

type Houdvast = { lees: () => Velden; vul: (typed: Velden) => void };

/** About a person: kept by the server too, so that it is there after a reload or in another browser. */
const bewaard = new BewaardConcept<Velden>(
  plank('signaal'),
  (velden) => isIngevuld(velden, ['naam', 'toelichting']),
  {
    naar: (velden) => ({
      personen: [],
      velden: Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== '')),
    }),
    uit: ({ velden }) => velden,
  },
);
// About a groep, one for each: what was typed about one is never sent about another.
const perGroep = new Concept<Record<string, Velden>>((held) =>
  Object.values(held).some((velden) => isIngevuld(velden, ['toelichting'])),
);

export function SignaalFormulier({ groep = '', klaar }: { groep?: string; klaar: () => void }) {
  if (!groep) return <OverPersoon klaar={klaar} />;
  const houdvast: Houdvast = {
    lees: () => perGroep.lees()?.[groep] ?? {},
    vul: (typed) =>
      perGroep.bewaar({ ...perGroep.lees(), [groep]: { ...perGroep.lees()?.[groep], ...typed } }),
  };
  const gestuurd = () => {
    perGroep.bewaar({ ...perGroep.lees(), [groep]: {} });
    klaar();
  };
  return <Vorm groep={groep} houdvast={houdvast} leverIn={(run) => run({})} klaar={gestuurd} />;
}

function OverPersoon({ klaar }: { klaar: () => void }) {
  const [beurt, setBeurt] = useState(0);
  const { aanbod, verder, gooiWeg } = useAanbod(bewaard);
  const toon = () => setBeurt((n) => n + 1);
  const houdvast: Houdvast = {
    lees: () => bewaard.lees() ?? {},
    vul: (typed) => bewaard.bewaar({ ...bewaard.lees(), ...typed }),
  };
  const gestuurd = () => {
    bewaard.wis();
    klaar();
  };
  return (
    <>
      {aanbod && (
        <Conceptaanbod
          aanbod={aanbod}
          verder={() => verder() && toon()}
          gooiWeg={() => void gooiWeg().then(naarBegin)}
        />
      )}
      <Conceptregel concept={bewaard} neemAndere={toon} />
      <Vorm key={beurt} groep="" houdvast={houdvast} leverIn={bewaard.bewaarder.leverIn} klaar={gestuurd}>
        <Bewaarmelding bewaarder={bewaard.bewaarder} />
      </Vorm>
    </>
  );
}

/** What was pressed is gone: the first question is where one goes on. */
const naarBegin = () => document.getElementById('soort')?.focus();

interface VormProps {
  groep: string;
  houdvast: Houdvast;
  leverIn: LeverIn;
  klaar: () => void;
  children?: ReactNode;
}

function Vorm({ groep, houdvast, leverIn, klaar, children }: VormProps) {
  const { soorten, zekerheden } = useSoorten();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const houd = useConceptVelden(houdvast, soorten.length);
  const t = nl.signaal.melden;

  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, mis } = lees(new FormData(event.currentTarget), groep);
    toon(mis);
    if (mis.length > 0) return;
    try {
      // What is handed in is no concept any more in the same moment.
      if (await leverIn((versie) => run('/signalen', { ...body, ...versie }))) klaar();
    } catch (error) {
      toon(uitProbleem(error, (v) => (VELDEN.includes(v) ? v : undefined)));
    }
  };

  return (
    <form {...houd} onSubmit={stuur} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Keuzelijst
        id="soort"
        name="soort"
        label={t.soort}
        fout={veld.soort}
        opties={[{ waarde: '', tekst: t.kies }, ...soorten.map(soortOptie)]}
      />
      {!groep && <OverWie veld={veld} />}
      <Tekstvlak
        id="toelichting"
        name="toelichting"
        label={t.toelichting}
        uitleg={t.toelichtingUitleg}
        fout={veld.toelichting}
        optioneel
      />
      <Keuzelijst
        id="betrouwbaarheid"
        name="betrouwbaarheid"
        label={t.zelf}
        fout={veld.betrouwbaarheid}
        opties={zekerheden.map((hoe) => ({ waarde: hoe, tekst: nl.signaal.betrouwbaarheid[hoe] }))}
      />
      <p className="quiet">{t.beschermd}</p>
      <Wachtregel wacht={wacht} />
      {children}
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.stuur}
        </Knop>
      </div>
    </form>
  );
}

function OverWie({ veld }: { veld: Fouten }) {
  const t = nl.signaal.melden;
  return (
    <>
      <Tekstveld id="naam" name="naam" label={t.naam} uitleg={t.naamUitleg} fout={veld.naam} />
      <Dagveld
        id="geboortedatum"
        name="geboortedatum"
        label={t.geboortedatum}
        uitleg={t.geboortedatumUitleg}
        fout={veld.geboortedatum}
        optioneel
      />
    </>
  );
}

/** A kind that the municipality made itself has a Dutch name only. */
function soortOptie({ code, naam }: SoortWat) {
  const tekst = nl.namen.signaalsoort(code, naam);
  return { waarde: code, tekst, taal: tekst === naam && leesTaal() !== 'nl' ? 'nl' : undefined };
}

/** What a signaal can be about, and how sure one can be of it. */
function useSoorten() {
  const [soorten, setSoorten] = useState<SoortWat[]>([]);
  const [zekerheden, setZekerheden] = useState<Betrouwbaarheid[]>([ZELF]);
  useEffect(() => {
    // Without the list there is nothing to choose from; the form says so when it is sent.
    haal<{ items: SoortWat[]; betrouwbaarheid: Betrouwbaarheid[] }>('/signaalsoorten').then(
      (r) => {
        setSoorten(r.items.filter((s) => !s.gestopt));
        setZekerheden([ZELF, ...r.betrouwbaarheid.filter((hoe) => hoe !== ZELF)]);
      },
      () => setSoorten([]),
    );
  }, []);
  return { soorten, zekerheden };
}

/** What was filled in, and what is missing in it. */
function lees(data: FormData, groep: string): { body: object; mis: Foutmelding[] } {
  const soort = tekst(data, 'soort');
  const naam = tekst(data, 'naam');
  const geboren = tekst(data, 'geboortedatum');
  const geboortedatum = geboren ? leesGeboortedatum(geboren, nu()) : undefined;
  // About when is worth more than nothing, and no reason to send nothing.
  const ongeveer = geboren && !geboortedatum ? nl.signaal.melden.geboren(geboren) : '';
  const toelichting = [ongeveer, tekst(data, 'toelichting')].filter(Boolean).join(' ');
  const mis: Foutmelding[] = [];
  if (!soort) mis.push({ veld: 'soort', tekst: nl.signaal.melden.soortFout });
  if (!groep && !naam) mis.push({ veld: 'naam', tekst: nl.signaal.melden.naamFout });
  const body = {
    soort,
    ...(groep ? { groep } : { naam, geboortedatum }),
    toelichting: toelichting || undefined,
    betrouwbaarheid: tekst(data, 'betrouwbaarheid') || undefined,
  };
  return { body, mis };
}
