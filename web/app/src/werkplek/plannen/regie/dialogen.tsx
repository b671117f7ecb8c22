// What a regisseur fills in or chooses.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PersoonKort, PlanRij, PlanWat } from '../../../api/types';
import { leesDatum } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Dialoog } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Dagveld, type Fouten, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { tekst, useFouten } from '../../formulier';
import { useMedewerkers } from '../../Medewerkerkeuze';
import { type Achterhouding, leesAchterhouding, MeteenAchter } from './Achterhouden';

const GROEP = 'groep';
const voorVan = (waarde: string) => (waarde === GROEP ? GROEP : { lid: waarde });

const voorOpties = (leden: PersoonKort[]) => [
  { waarde: GROEP, tekst: nl.plan.voorGroep },
  ...leden.map((lid) => ({ waarde: lid.id, tekst: `${lid.naam} (${nl.plan.persoonlijk})` })),
];

/** What is kept from the portal at once, when one said so. */
const leesNieuw = (data: FormData): { achterhouden?: Achterhouding; found: Foutmelding[] } =>
  data.has('achterhouden') ? leesAchterhouding(data) : { found: [] };

export function DoelDialoog({
  leden,
  bezig,
  sluit,
  stel,
}: {
  leden: PersoonKort[];
  bezig: boolean;
  sluit: () => void;
  stel: (body: unknown) => void;
}) {
  const { fouten, beurt, veld, toon } = useFouten();
  const [voor, setVoor] = useState(GROEP);
  const t = nl.plan;
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const omschrijving = tekst(data, 'omschrijving');
    const { achterhouden, found } = leesNieuw(data);
    if (!omschrijving) found.unshift({ veld: 'omschrijving', tekst: nl.fout.verplicht('het doel') });
    toon(found);
    if (found.length === 0) stel({ voor: voorVan(voor), omschrijving, achterhouden });
  };
  return (
    <Dialoog titel={t.doelTitel} sluit={sluit}>
      <form onSubmit={stuur} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstveld id="omschrijving" name="omschrijving" label={t.doelTekst} fout={veld.omschrijving} />
        <Keuzelijst
          id="voor"
          name="voor"
          label={t.voorWie}
          uitleg={t.persoonlijkUitleg}
          opties={voorOpties(leden)}
          value={voor}
          onChange={(event) => setVoor(event.target.value)}
        />
        <MeteenAchter veld={veld} groep={voor === GROEP} />
        <Knoppen bezig={bezig} sluit={sluit} tekst={t.stel} />
      </form>
    </Dialoog>
  );
}

export function ActieDialoog({
  plan,
  rij,
  bezig,
  sluit,
  leg,
}: {
  plan: PlanWat;
  rij: PlanRij;
  bezig: boolean;
  sluit: () => void;
  leg: (body: unknown) => Promise<boolean>;
}) {
  const medewerkers = useMedewerkers();
  const { fouten, beurt, veld, toon } = useFouten();
  const t = nl.plan;
  const regisseurs = new Set(plan.regisseurs.map((who) => who.id));
  const collegas = (medewerkers.data ?? []).filter((m) => !regisseurs.has(m.id));
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, mis } = leesActie(new FormData(event.currentTarget));
    toon(mis);
    if (mis.length === 0) await leg(body);
  };
  return (
    <Dialoog titel={t.actieTitel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstveld
          id="omschrijving"
          name="omschrijving"
          label={t.actieTekst}
          uitleg={t.actieUitleg}
          fout={veld.omschrijving}
        />
        <Keuzelijst
          id="eigenaar"
          name="eigenaar"
          label={t.eigenaar}
          opties={[
            ...plan.regisseurs.map((who) => ({ waarde: `medewerker:${who.id}`, tekst: who.naam })),
            ...rij.leden.map((lid) => ({ waarde: `lid:${lid.id}`, tekst: lid.naam })),
            ...collegas.map((m) => ({ waarde: `medewerker:${m.id}`, tekst: `${m.naam}, ${m.rol_naam}` })),
          ]}
        />
        <div className="naast naast--gelijk">
          <Dagveld id="datum" name="datum" label={t.datum} uitleg={t.datumUitleg} fout={veld.datum} />
          <Dagveld
            id="herinnering"
            name="herinnering"
            label={t.herinnering}
            fout={veld.herinnering}
            optioneel
          />
        </div>
        <VoorEnDoel plan={plan} leden={rij.leden} veld={veld} />
        <Knoppen bezig={bezig} sluit={sluit} tekst={t.leg} />
      </form>
    </Dialoog>
  );
}

interface VoorEnDoelProps {
  plan: PlanWat;
  leden: PersoonKort[];
  veld: Fouten;
}

/** For whom an action is and with which goal; of one for the groep, whether the leden see it at once. */
function VoorEnDoel({ plan, leden, veld }: VoorEnDoelProps) {
  const [voor, setVoor] = useState(GROEP);
  const [doel, setDoel] = useState('');
  const t = nl.plan;
  // With a goal it is for whom that is.
  const bij = plan.doelen.find((it) => it.id === doel);
  const voorWie = bij ? bij.voor : voor;
  return (
    <>
      <Keuzelijst
        id="voor"
        name="voor"
        label={t.voorWie}
        opties={voorOpties(leden)}
        value={voor}
        onChange={(event) => setVoor(event.target.value)}
      />
      <Keuzelijst
        id="doel"
        name="doel"
        label={t.bijDoel}
        value={doel}
        onChange={(event) => setDoel(event.target.value)}
        opties={[
          { waarde: '', tekst: t.geenDoel },
          ...plan.doelen.filter((d) => !d.uitkomst).map((d) => ({ waarde: d.id, tekst: d.omschrijving })),
        ]}
      />
      <MeteenAchter veld={veld} groep={voorWie === GROEP} />
    </>
  );
}

function leesActie(data: FormData): { body: object; mis: Foutmelding[] } {
  const t = nl.plan;
  const omschrijving = tekst(data, 'omschrijving');
  const datum = leesDatum(tekst(data, 'datum'));
  const dag = tekst(data, 'herinnering');
  const herinnering = dag ? leesDatum(dag) : undefined;
  const { achterhouden, found } = leesNieuw(data);
  const mis: Foutmelding[] = [];
  if (!omschrijving) mis.push({ veld: 'omschrijving', tekst: nl.fout.verplicht('de actie') });
  if (!datum) mis.push({ veld: 'datum', tekst: t.datumFout });
  if (dag && !herinnering) mis.push({ veld: 'herinnering', tekst: t.datumFout });
  const [soort, wie] = tekst(data, 'eigenaar').split(':');
  const body = {
    doel: tekst(data, 'doel') || undefined,
    voor: voorVan(tekst(data, 'voor')),
    omschrijving,
    eigenaar: soort === 'lid' ? { lid: wie } : { medewerker: wie },
    datum,
    herinnering,
    achterhouden,
  };
  return { body, mis: [...mis, ...found] };
}

export function SluitDialoog({
  bezig,
  sluit,
  rond,
}: {
  bezig: boolean;
  sluit: () => void;
  rond: (resultaat: string) => void;
}) {
  const [fout, setFout] = useState<string>();
  const t = nl.plan;
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const resultaat = tekst(new FormData(event.currentTarget), 'resultaat');
    setFout(resultaat ? undefined : nl.fout.verplicht('het resultaat'));
    if (resultaat) rond(resultaat);
  };
  return (
    <Dialoog titel={t.sluitTitel} sluit={sluit}>
      <form onSubmit={stuur} noValidate className="formulier">
        <p>{t.sluitUitleg}</p>
        <Tekstveld id="resultaat" name="resultaat" label={t.resultaat} fout={fout} />
        <Knoppen bezig={bezig} sluit={sluit} tekst={t.sluit} />
      </form>
    </Dialoog>
  );
}

/** One out of a list. */
export function KiesDialoog({
  titel,
  uitleg,
  leeg,
  keus,
  kies,
  sluit,
  children,
}: {
  titel: string;
  uitleg?: string;
  leeg: string;
  /** `kenmerk`: what tells two of one name apart for who hears the buttons. */
  keus: { id: string; naam: string; onder: string; kenmerk?: string }[];
  kies: (id: string) => void;
  sluit: () => void;
  children: ReactNode;
}) {
  return (
    <Dialoog titel={titel} sluit={sluit}>
      {uitleg && <p>{uitleg}</p>}
      {children || (keus.length === 0 && <p className="quiet">{leeg}</p>)}
      <ul className="ledenlijst">
        {keus.map((een) => (
          <li key={een.id} className="rij gevondenrij">
            <p>
              <strong>{een.naam}</strong>
              <br />
              <span className="quiet sm">{een.onder}</span>
            </p>
            <Knop
              soort="tweede"
              aria-label={`${nl.plan.neemOp}: ${[een.naam, een.kenmerk].filter(Boolean).join(', ')}`}
              onClick={() => kies(een.id)}
            >
              {nl.plan.neemOp}
            </Knop>
          </li>
        ))}
      </ul>
      <Knop soort="stil" onClick={sluit}>
        {nl.terug}
      </Knop>
    </Dialoog>
  );
}

function Knoppen({ bezig, sluit, tekst: woord }: { bezig: boolean; sluit: () => void; tekst: string }) {
  return (
    <div className="knoppen">
      <Knop type="submit" soort="eerst" bezig={bezig}>
        {woord}
      </Knop>
      <Knop soort="stil" onClick={sluit}>
        {nl.terug}
      </Knop>
    </div>
  );
}
