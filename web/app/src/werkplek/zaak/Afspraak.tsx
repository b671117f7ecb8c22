// When the talk of a report is held: planned, moved and called off by who takes part in it (C2-K3).
import { useState } from 'react';
import type { AfspraakWat, DocumentKort, Gesprekplek } from '../../api/types';
import { dagIso, leesDatum, tijd, typDag } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Dagveld, type Foutmelding, Keuzelijst, Tekstveld } from '../../ui/veld';
import { tekst } from '../formulier';
import { Vraagdialoog } from '../Vraagdialoog';
import { gesprekWanneer } from '../vandaag/gesprekken';

const t = nl.gesprek;
/** The same as the server's bound. */
const REDEN_MAX = 160;
const PLEKKEN: Gesprekplek[] = ['thuis', 'gemeentehuis', 'bellen'];

export interface AfspraakProps {
  document: DocumentKort;
  schrijven: boolean;
  now: Date;
}

export function Afspraak({ document, schrijven, now }: AfspraakProps) {
  const [dialoog, setDialoog] = useState<'plan' | 'af'>();
  const { afspraak } = document;
  const komt = afspraak && !afspraak.afgezegd && Date.parse(afspraak.begin) > now.getTime();
  const sluit = () => setDialoog(undefined);
  return (
    <>
      {afspraak && (
        <p className="sm" data-afspraak={komt ? 'komt' : 'voorbij'}>
          {zin(afspraak)}
        </p>
      )}
      {schrijven && (
        <div className="knoppen">
          <Knop soort="stil" klein icoon="klok" onClick={() => setDialoog('plan')}>
            {komt ? t.verzet : afspraak ? t.opnieuw : t.plan}
          </Knop>
          {komt && (
            <Knop soort="stil" klein onClick={() => setDialoog('af')}>
              {t.zegAf}
            </Knop>
          )}
        </div>
      )}
      {dialoog === 'plan' && (
        <PlanDialoog gesprek={document.gesprek} nu={komt ? afspraak : undefined} sluit={sluit} />
      )}
      {dialoog === 'af' && <AfDialoog gesprek={document.gesprek} sluit={sluit} />}
    </>
  );
}

function zin(afspraak: AfspraakWat): string {
  const wanneer = gesprekWanneer(afspraak);
  return afspraak.afgezegd
    ? t.nietDoor(wanneer, afspraak.afgezegd)
    : t.gepland(wanneer, t.plek(afspraak.plek, undefined));
}

/** `9.05`, `9:05` and `09:05` are one time. */
function leesTijd(typed: string): string | undefined {
  const parts = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(typed);
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2]}` : undefined;
}

function lees(data: FormData) {
  const dag = leesDatum(tekst(data, 'dag'));
  const uur = leesTijd(tekst(data, 'tijd'));
  const fouten: Foutmelding[] = [];
  if (!dag) fouten.push({ veld: 'dag', tekst: t.dagFout });
  if (!uur) fouten.push({ veld: 'tijd', tekst: t.tijdFout });
  return fouten.length > 0 ? { fouten } : { body: { dag, tijd: uur, plek: tekst(data, 'plek') } };
}

interface PlanDialoogProps {
  gesprek: string;
  /** As it was agreed, when it is moved. */
  nu: AfspraakWat | undefined;
  sluit: () => void;
}

function PlanDialoog({ gesprek, nu, sluit }: PlanDialoogProps) {
  const { run, bezig, wacht } = useOpdracht();
  return (
    <Vraagdialoog
      titel={nu ? t.verzetTitel : t.planTitel}
      knop={nu ? t.verzetKnop : t.planKnop}
      bezig={bezig}
      wacht={wacht}
      lees={lees}
      doe={(body) => run(`/gesprekken/${gesprek}/afspraak`, body)}
      velden={{ dag: 'dag', tijd: 'tijd' }}
      sluit={sluit}
    >
      {(fout) => (
        <>
          <p>{t.uitleg}</p>
          <Dagveld
            id="dag"
            name="dag"
            label={t.dag}
            uitleg={t.dagUitleg}
            defaultValue={nu ? typDag(dagIso(new Date(nu.begin))) : undefined}
            fout={fout.dag}
          />
          <Tekstveld
            id="tijd"
            name="tijd"
            className="invoer--kort"
            label={t.tijd}
            uitleg={t.tijdUitleg}
            defaultValue={nu ? tijd(nu.begin).replace('.', ':') : undefined}
            fout={fout.tijd}
          />
          <Keuzelijst
            id="plek"
            name="plek"
            label={t.waar}
            opties={PLEKKEN.map((plek) => ({ waarde: plek, tekst: t.waarOpties[plek] }))}
            defaultValue={nu?.plek ?? 'thuis'}
          />
        </>
      )}
    </Vraagdialoog>
  );
}

function AfDialoog({ gesprek, sluit }: { gesprek: string; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const leesReden = (data: FormData) => {
    const reden = tekst(data, 'reden');
    if (!reden) return { fouten: [{ veld: 'reden', tekst: nl.fout.verplicht(t.redenVeld) }] };
    return { body: { reden } };
  };
  return (
    <Vraagdialoog
      titel={t.afTitel}
      knop={t.afKnop}
      bezig={bezig}
      wacht={wacht}
      lees={leesReden}
      doe={(body) => run(`/gesprekken/${gesprek}/afspraak/afzeggen`, body)}
      velden={{ reden: 'reden' }}
      sluit={sluit}
    >
      {(fout) => (
        <Tekstveld
          id="reden"
          name="reden"
          label={t.reden}
          uitleg={t.afUitleg}
          fout={fout.reden}
          maxLength={REDEN_MAX}
        />
      )}
    </Vraagdialoog>
  );
}
