// Why a dossier is protected, from when until when, and who may work on it.
import { type FormEvent, useState } from 'react';
import type { BeschermdRij, Uitgevoerd } from '../../api/types';
import { leesDatum } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { useFormvertrek } from '../../ui/getypt';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, Keuzelijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Medewerkerkeuze } from '../Medewerkerkeuze';

const t = nl.beschermd;
const GRONDEN = Object.entries(t.gronden).map(([waarde, naam]) => ({ waarde, tekst: naam }));

export interface FormulierProps {
  persoon: string;
  /** As it is now; absent for a dossier that is not protected yet. */
  nu?: BeschermdRij;
  gedaan: () => void;
  terug: string;
  sluit: () => void;
}

/** The server writes 2026-11-30; people write 30-11-2026. */
const alsGetypt = (dag: string | null | undefined) => (dag ? dag.split('-').reverse().join('-') : '');

export function Formulier({ persoon, nu, gedaan, terug, sluit }: FormulierProps) {
  const vorm = useFormvertrek<HTMLFormElement>();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(
    new Set(nu?.medewerkers.map((wie) => wie.id) ?? []),
  );
  const [keuzefout, setKeuzefout] = useState<string>();
  const [van, tot] = [`vanaf-${persoon}`, `tot-${persoon}`];
  const VELDEN: Record<string, string> = { vanaf: van, tot_en_met: tot };

  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { eerste, laatste, grond, mis } = lees(new FormData(event.currentTarget), van, tot);
    setKeuzefout(gekozen.size > 0 ? undefined : t.kiesWie);
    toon(mis);
    if (mis.length > 0 || gekozen.size === 0) return;
    const body = {
      grond,
      medewerkers: [...gekozen],
      ...(laatste ? { tot_en_met: laatste } : {}),
      ...(!nu && eerste ? { vanaf: eerste } : {}),
    };
    try {
      const pad = `/personen/${persoon}/bescherming${nu ? '/wijzigen' : ''}`;
      if (await run<Uitgevoerd>(pad, body)) gedaan();
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
    }
  };
  return (
    <form ref={vorm} onSubmit={(event) => void stuur(event)} className="formulier" noValidate>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <Keuzelijst
        id={`grond-${persoon}`}
        name="grond"
        label={t.grond}
        opties={GRONDEN}
        defaultValue={nu?.grond}
      />
      <Dagen nu={nu} van={van} tot={tot} veld={veld} />
      <Medewerkerkeuze legend={t.wie} gekozen={gekozen} kies={setGekozen} fout={keuzefout} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {nu ? t.opslaan : t.bescherm}
        </Knop>
        <Knop soort="stil" onClick={sluit}>
          {terug}
        </Knop>
      </div>
    </form>
  );
}

interface DagenProps {
  nu: BeschermdRij | undefined;
  van: string;
  tot: string;
  veld: Fouten;
}

/** From when, which is asked once, until when. */
function Dagen({ nu, van, tot, veld }: DagenProps) {
  return (
    <>
      {!nu && (
        <Tekstveld
          id={van}
          name="vanaf"
          label={t.vanaf}
          optioneel
          uitleg={`${t.vanafUitleg} ${nl.caseload.datumUitleg}`}
          fout={veld[van]}
          className="invoer--kort"
        />
      )}
      <Tekstveld
        id={tot}
        name="tot_en_met"
        label={t.totEnMet}
        optioneel
        uitleg={`${t.totUitleg} ${nl.caseload.datumUitleg}`}
        fout={veld[tot]}
        defaultValue={alsGetypt(nu?.tot_en_met)}
        className="invoer--kort"
      />
    </>
  );
}

/** What was filled in, and what is wrong with a day; `van` and `tot` are where the days stand. */
function lees(data: FormData, van: string, tot: string) {
  const dag = (naam: string) => {
    const getypt = tekst(data, naam);
    return { getypt, dag: getypt ? leesDatum(getypt) : undefined };
  };
  const [eerste, laatste] = [dag('vanaf'), dag('tot_en_met')];
  const mis = [
    ...(eerste.getypt && !eerste.dag ? [{ veld: van, tekst: nl.caseload.datumFout }] : []),
    ...(laatste.getypt && !laatste.dag ? [{ veld: tot, tekst: nl.caseload.datumFout }] : []),
  ];
  return { eerste: eerste.dag, laatste: laatste.dag, grond: tekst(data, 'grond'), mis };
}
