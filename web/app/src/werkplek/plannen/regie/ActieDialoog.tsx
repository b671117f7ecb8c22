// Something that somebody is going to do: what, for whom, by when, and by whom of those who may see it.
import { type FormEvent, useMemo, useState } from 'react';
import type { PersoonKort, PlanRij, PlanWat, ZaakRij } from '../../../api/types';
import { leesDatum } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Dialoog } from '../../../ui/dialoog';
import { Dagveld, type Fouten, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { tekst, useFouten } from '../../formulier';
import { useMedewerkers } from '../../Medewerkerkeuze';
import { MeteenAchter } from './Achterhouden';
import { GROEP, Knoppen, leesNieuw, voorOpties, voorVan } from './dialogen';
import { type Collega, collegasVoor } from './eigenaar';

const t = nl.plan;

export interface ActieDialoogProps {
  plan: PlanWat;
  rij: PlanRij;
  /** The zaken in the plan, with who works on them. */
  zaken: ZaakRij[];
  bezig: boolean;
  /** What the server did not take of what was filled in. */
  geweigerd: Fouten;
  sluit: () => void;
  leg: (body: unknown) => Promise<boolean>;
}

export function ActieDialoog({ plan, rij, zaken, bezig, geweigerd, sluit, leg }: ActieDialoogProps) {
  const { fouten, beurt, veld, toon } = useFouten();
  const [gekozen, setVoor] = useState(GROEP);
  const [doel, setDoel] = useState('');
  // With a goal it is for whom that is.
  const bij = plan.doelen.find((it) => it.id === doel);
  const voor = bij ? (bij.voor === GROEP ? GROEP : bij.voor.lid) : gekozen;
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
        <DoelEnVoor
          plan={plan}
          leden={rij.leden}
          doel={doel}
          kiesDoel={setDoel}
          voor={voor}
          kiesVoor={setVoor}
        />
        <Eigenaar plan={plan} rij={rij} zaken={zaken} voor={voor} fout={geweigerd.eigenaar} />
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
        <MeteenAchter veld={veld} groep={voor === GROEP} />
        <Knoppen bezig={bezig} tekst={t.leg} />
      </form>
    </Dialoog>
  );
}

interface DoelEnVoorProps {
  plan: PlanWat;
  leden: PersoonKort[];
  doel: string;
  kiesDoel: (doel: string) => void;
  voor: string;
  kiesVoor: (voor: string) => void;
}

function DoelEnVoor({ plan, leden, doel, kiesDoel, voor, kiesVoor }: DoelEnVoorProps) {
  const opties = voorOpties(leden);
  return (
    <>
      <Keuzelijst
        id="doel"
        name="doel"
        label={t.bijDoel}
        value={doel}
        onChange={(event) => kiesDoel(event.target.value)}
        opties={[
          { waarde: '', tekst: t.geenDoel },
          ...plan.doelen.filter((d) => !d.uitkomst).map((d) => ({ waarde: d.id, tekst: d.omschrijving })),
        ]}
      />
      <Keuzelijst
        id="voor"
        name="voor"
        label={t.voorWie}
        uitleg={doel ? t.voorVolgtDoel : undefined}
        opties={doel ? opties.filter((een) => een.waarde === voor) : opties}
        value={voor}
        onChange={(event) => kiesVoor(event.target.value)}
      />
    </>
  );
}

interface EigenaarProps {
  plan: PlanWat;
  rij: PlanRij;
  zaken: ZaakRij[];
  voor: string;
  fout: string | undefined;
}

/** Only who may see it: whoever else one chose, the server would refuse. */
function Eigenaar({ plan, rij, zaken, voor, fout }: EigenaarProps) {
  const medewerkers = useMedewerkers();
  const collegas = useMemo(() => collegasVoor(plan, zaken, voor), [plan, zaken, voor]);
  const functie = ({ id, naam }: Collega) => {
    const rol = medewerkers.data?.find((m) => m.id === id)?.rol_naam;
    return rol ? `${naam}, ${rol}` : naam;
  };
  return (
    <Keuzelijst
      id="eigenaar"
      name="eigenaar"
      label={t.eigenaar}
      uitleg={t.eigenaarUitleg}
      fout={fout}
      opties={[
        ...plan.regisseurs.map((who) => ({ waarde: `medewerker:${who.id}`, tekst: who.naam })),
        ...rij.leden.map((lid) => ({ waarde: `lid:${lid.id}`, tekst: lid.naam })),
        ...collegas.map((m) => ({ waarde: `medewerker:${m.id}`, tekst: functie(m) })),
      ]}
    />
  );
}

function leesActie(data: FormData): { body: object; mis: Foutmelding[] } {
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
