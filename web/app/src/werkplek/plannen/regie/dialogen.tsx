// What a regisseur fills in or chooses.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PersoonKort } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { tekst, useFouten } from '../../formulier';
import { type Achterhouding, leesAchterhouding, MeteenAchter } from './Achterhouden';

export const GROEP = 'groep';
export const voorVan = (waarde: string) => (waarde === GROEP ? GROEP : { lid: waarde });

export const voorOpties = (leden: PersoonKort[]) => [
  { waarde: GROEP, tekst: nl.plan.voorGroep },
  ...leden.map((lid) => ({ waarde: lid.id, tekst: `${lid.naam} (${nl.plan.persoonlijk})` })),
];

/** What is kept from the portal at once, when one said so. */
export const leesNieuw = (data: FormData): { achterhouden?: Achterhouding; found: Foutmelding[] } =>
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
        <Knoppen bezig={bezig} tekst={t.stel} />
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
        <Knoppen bezig={bezig} tekst={t.sluit} />
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
      <Terugknop />
    </Dialoog>
  );
}

export function Knoppen({ bezig, tekst: woord }: { bezig: boolean; tekst: string }) {
  return (
    <div className="knoppen">
      <Knop type="submit" soort="eerst" bezig={bezig}>
        {woord}
      </Knop>
      <Terugknop />
    </div>
  );
}
