// What is to be done in a zaak, by whom and until when (C2-N6): each behandelaar has taken of their own, and all see them live.
import clsx from 'clsx';
import { type RefObject, useRef, useState } from 'react';
import type { Ik, TaakWat, ZaakWat } from '../../../api/types';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Icoon } from '../../../ui/Icoon';
import { Knop } from '../../../ui/knop';
import { Foutlijst } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../formulier';
import { KijktHier } from '../deel';
import { NetGewijzigd } from '../Wijzigingen';
import { GeefDialoog, TaakDialoog } from './dialogen';
import { KlareTaak, OpenTaak, type Zet } from './rijen';
import { verdeel } from './telling';

const t = nl.taak;

interface TakenProps {
  zaak: ZaakWat;
  ik: Ik;
  schrijven: boolean;
  now: Date;
}

export function Taken({ zaak, ik, schrijven, now }: TakenProps) {
  const { open, klaar, zonder } = verdeel(zaak.taken ?? []);
  const leeg = open.length + klaar.length === 0;
  const [dialoog, setDialoog] = useState<'nieuw' | TaakWat>();
  // What was there when the page opened does not light up.
  const [eerste] = useState(() => new Set((zaak.taken ?? []).map((taak) => taak.id)));
  const kop = useRef<HTMLHeadingElement>(null);
  const { zet, melding } = useZet(zaak.id, kop);
  return (
    <section
      className={clsx('sectie', leeg && 'sectie--leeg')}
      aria-labelledby="taken"
      data-taken={open.length}
      data-deel="taken"
    >
      <header>
        <h2 id="taken" ref={kop} tabIndex={-1}>
          {t.titel}
        </h2>
        {open.length > 0 && <span className="quiet sm">{open.length}</span>}
        <KijktHier deel="taken" />
        <NetGewijzigd plek="#taken" />
      </header>
      {melding}
      {zonder > 0 && (
        <p className="balk" data-zonder-eigenaar={zonder}>
          <Icoon naam="waarschuwing" />
          {t.zonderEigenaarUitleg(zonder)}
        </p>
      )}
      {leeg && <p className="quiet">{t.geen}</p>}
      {open.length > 0 && (
        <ul className="werklijst">
          {open.map((taak) => (
            <OpenTaak
              key={taak.id}
              taak={taak}
              ik={ik}
              now={now}
              vers={!eerste.has(taak.id)}
              doe={schrijven ? { zet: (pad) => zet(pad, taak), geef: () => setDialoog(taak) } : undefined}
            />
          ))}
        </ul>
      )}
      {klaar.length > 0 && (
        <details data-klaar={klaar.length}>
          <summary>{t.klaar(klaar.length)}</summary>
          <ul className="werklijst">
            {klaar.map((taak) => (
              <KlareTaak
                key={taak.id}
                taak={taak}
                now={now}
                heropen={schrijven ? () => zet('heropenen', taak) : undefined}
              />
            ))}
          </ul>
        </details>
      )}
      {schrijven && zaak.behandelaars.length > 0 && <Erbij leeg={leeg} doe={() => setDialoog('nieuw')} />}
      {dialoog && <Vraag zaak={zaak} ik={ik} over={dialoog} sluit={() => setDialoog(undefined)} />}
    </section>
  );
}

function Erbij({ leeg, doe }: { leeg: boolean; doe: () => void }) {
  return (
    <div className="knoppen">
      <Knop soort={leeg ? 'stil' : 'tweede'} klein={leeg} icoon="plus" onClick={doe}>
        {t.erbij}
      </Knop>
    </div>
  );
}

/** What is done with a taak on its row, and what the server says when it does not do it. */
function useZet(zaak: string, kop: RefObject<HTMLElement | null>) {
  const { fouten, beurt, toon } = useFouten();
  const { run, wacht } = useOpdracht();
  const zet = async (pad: Zet, taak: TaakWat) => {
    toon([]);
    try {
      // The row goes; whoever worked with the keyboard goes on at the heading.
      if (await run(`/zaken/${zaak}/taken/${pad}`, { taak: taak.id })) kop.current?.focus();
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  const melding = (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
    </>
  );
  return { zet, melding };
}

interface VraagProps {
  zaak: ZaakWat;
  ik: Ik;
  /** The taak that goes to somebody else. */
  over: 'nieuw' | TaakWat;
  sluit: () => void;
}

function Vraag({ zaak, ik, over, sluit }: VraagProps) {
  const { run, bezig, wacht } = useOpdracht();
  const stuur = (pad: string) => (body: unknown) => run(`/zaken/${zaak.id}/taken${pad}`, body);
  const stand = { behandelaars: zaak.behandelaars, bezig, wacht, sluit };
  if (over === 'nieuw') return <TaakDialoog ik={ik} zet={stuur('')} {...stand} />;
  return <GeefDialoog taak={over} geef={stuur('/toewijzen')} {...stand} />;
}
