// What a regisseur fills in or chooses.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PersoonKort, PlanRij, PlanWat } from '../../api/types';
import { leesDatum } from '../../datum';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Dagveld, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../ui/veld';
import { tekst, useFouten } from '../formulier';
import { useMedewerkers } from '../Medewerkerkeuze';

const GROEP = 'groep';
const voorVan = (waarde: string) => (waarde === GROEP ? GROEP : { lid: waarde });

const voorOpties = (leden: PersoonKort[]) => [
  { waarde: GROEP, tekst: nl.plan.voorGroep },
  ...leden.map((lid) => ({ waarde: lid.id, tekst: `${lid.naam} (${nl.plan.persoonlijk})` })),
];

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
  const t = nl.plan;
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const omschrijving = tekst(data, 'omschrijving');
    toon(omschrijving ? [] : [{ veld: 'omschrijving', tekst: nl.fout.verplicht('het doel') }]);
    if (omschrijving) stel({ voor: voorVan(tekst(data, 'voor')), omschrijving });
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
        />
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
    const data = new FormData(event.currentTarget);
    const omschrijving = tekst(data, 'omschrijving');
    const datum = leesDatum(tekst(data, 'datum'));
    const dag = tekst(data, 'herinnering');
    const herinnering = dag ? leesDatum(dag) : undefined;
    const found: Foutmelding[] = [];
    if (!omschrijving) found.push({ veld: 'omschrijving', tekst: nl.fout.verplicht('de actie') });
    if (!datum) found.push({ veld: 'datum', tekst: t.datumFout });
    if (dag && !herinnering) found.push({ veld: 'herinnering', tekst: t.datumFout });
    toon(found);
    if (found.length > 0) return;
    const [soort, wie] = tekst(data, 'eigenaar').split(':');
    await leg({
      doel: tekst(data, 'doel') || undefined,
      voor: voorVan(tekst(data, 'voor')),
      omschrijving,
      eigenaar: soort === 'lid' ? { lid: wie } : { medewerker: wie },
      datum,
      herinnering,
    });
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
        <div className="naast">
          <Dagveld id="datum" name="datum" label={t.datum} uitleg={t.datumUitleg} fout={veld.datum} />
          <Dagveld
            id="herinnering"
            name="herinnering"
            label={t.herinnering}
            fout={veld.herinnering}
            optioneel
          />
        </div>
        <Keuzelijst id="voor" name="voor" label={t.voorWie} opties={voorOpties(rij.leden)} />
        <Keuzelijst
          id="doel"
          name="doel"
          label={t.bijDoel}
          opties={[
            { waarde: '', tekst: t.geenDoel },
            ...plan.doelen.filter((d) => !d.uitkomst).map((d) => ({ waarde: d.id, tekst: d.omschrijving })),
          ]}
        />
        <Knoppen bezig={bezig} sluit={sluit} tekst={t.leg} />
      </form>
    </Dialoog>
  );
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
  keus: { id: string; naam: string; onder: string }[];
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
            <Knop soort="tweede" aria-label={`${nl.plan.neemOp}: ${een.naam}`} onClick={() => kies(een.id)}>
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
