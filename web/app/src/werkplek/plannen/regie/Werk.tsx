// What a plan is made of: its goals, its actions, its zaken and the signalen that landed in it.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DoelWat, Onderdeel, PlanRij, PlanWat } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { Dialoog } from '../../../ui/dialoog';
import { Knop, type KnopProps } from '../../../ui/knop';
import { Gemeld } from '../bijdrage/Gemeld';
import { Reacties } from '../bijdrage/Reacties';
import { type Woord, Woorddialoog } from '../bijdrage/Woorddialoog';
import { Acties, Doelen } from '../delen';
import type { Planleden } from '../PlanPagina';
import { Signalen, Zaken } from '../ZakenEnSignalen';
import { Portaalregel } from './Achterhouden';
import type { Open } from './Regiedialoog';

export interface WerkProps {
  plan: PlanWat;
  delen: Planleden;
  rij: PlanRij;
  now: Date;
  /** Whether anything can be changed. */
  open: boolean;
  bezig: boolean;
  doe: (pad: string, body: unknown) => Promise<boolean>;
  vraag: (dialoog: Open) => void;
}

export function Werk({ plan, delen, rij, now, open, bezig, doe, vraag }: WerkProps) {
  const [eerste] = useState(() => new Set([...plan.doelen, ...plan.acties].map((it) => it.id)));
  const namen = useMemo(() => new Map(rij.leden.map((lid) => [lid.id, lid.naam])), [rij.leden]);
  const t = nl.plan;
  const erbij = (dialoog: Open, tekst: string, soort: KnopProps['soort'] = 'tweede') =>
    open && (
      <div className="knoppen">
        <Knop soort={soort} icoon="plus" onClick={() => vraag(dialoog)}>
          {tekst}
        </Knop>
      </div>
    );
  const [woord, setWoord] = useState<Woord>();
  const leiding = open ? { plan: plan.id, bezig, doe, vraag: setWoord } : undefined;
  const portaal = (onderdeel: Onderdeel, { omschrijving, voor }: Pick<DoelWat, 'omschrijving' | 'voor'>) => (
    <Portaalregel
      wat={{ onderdeel, omschrijving }}
      voor={voor}
      plan={plan}
      now={now}
      mag={open}
      bezig={bezig}
      doe={doe}
    />
  );
  return (
    <div>
      <Doelen
        doelen={plan.doelen}
        namen={namen}
        gezien={eerste}
        portaal={(doel) => portaal({ doel: doel.id }, doel)}
        reacties={(doel) => <Reacties doel={doel} namen={namen} leiding={leiding} />}
        knoppen={(doel) =>
          open && <Doelknoppen doel={doel} bezig={bezig} doe={(pad, body) => doe(`doelen/${pad}`, body)} />
        }
      >
        {erbij('doel', t.nieuwDoel, 'eerst')}
      </Doelen>
      <Acties
        acties={plan.acties}
        namen={namen}
        gezien={eerste}
        now={now}
        mag={() => open}
        portaal={(actie) => portaal({ actie: actie.id }, actie)}
        gemeld={(actie) => <Gemeld actie={actie} namen={namen} leiding={leiding} />}
        zet={(actie, gedaan) => doe(gedaan ? 'acties/gedaan' : 'acties/heropenen', { actie })}
      >
        {erbij('actie', t.nieuweActie)}
      </Acties>
      <Zaken
        delen={delen}
        plan={plan}
        namen={namen}
        open={open}
        haalUit={(zaak) => void doe('zaken/loskoppelen', { zaak })}
      >
        {erbij('zaak', t.neemZaakOp)}
      </Zaken>
      <Signalen delen={delen} now={now} />
      {woord && <Woorddialoog {...woord} sluit={() => setWoord(undefined)} />}
    </div>
  );
}

interface DoelknoppenProps {
  doel: DoelWat;
  bezig: boolean;
  /** Whether it was done. */
  doe: (pad: 'afronden' | 'heropenen', body: object) => Promise<boolean>;
}

/** Reached, wanted no more (which is asked first), or taken up again. */
function Doelknoppen({ doel, bezig, doe }: DoelknoppenProps) {
  const [vraag, setVraag] = useState(false);
  const t = nl.plan;
  // The button that was pressed goes: the focus stays with this goal, and a second press does nothing.
  const groep = useRef<HTMLDivElement>(null);
  const zelf = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then other buttons stand here
  useEffect(() => {
    if (zelf.current) groep.current?.focus();
    zelf.current = false;
  }, [doel.uitkomst]);
  const hier = async (pad: 'afronden' | 'heropenen', body: object) => {
    zelf.current = true;
    if (!(await doe(pad, body))) zelf.current = false;
  };
  const rond = (uitkomst: 'behaald' | 'vervallen') => void hier('afronden', { doel: doel.id, uitkomst });
  const knop = (tekst: string, soort: KnopProps['soort'], onClick: () => void) => (
    <Knop soort={soort} klein bezig={bezig} aria-label={`${tekst}: ${doel.omschrijving}`} onClick={onClick}>
      {tekst}
    </Knop>
  );
  const vak = {
    className: 'knoppen',
    ref: groep,
    role: 'group',
    tabIndex: -1,
    'aria-label': doel.omschrijving,
  } as const;
  if (doel.uitkomst) {
    return (
      <div key="dicht" {...vak}>
        {knop(t.heropen, 'stil', () => void hier('heropenen', { doel: doel.id }))}
      </div>
    );
  }
  return (
    <div key="open" {...vak}>
      {knop(t.behaald, 'tweede', () => rond('behaald'))}
      {knop(t.vervallen, 'stil', () => setVraag(true))}
      {vraag && (
        <Dialoog titel={t.vervallenTitel} sluit={() => setVraag(false)}>
          <p>{doel.omschrijving}</p>
          <p className="quiet">{t.vervallenUitleg}</p>
          <div className="knoppen">
            <Knop
              soort="eerst"
              bezig={bezig}
              onClick={() => {
                setVraag(false);
                rond('vervallen');
              }}
            >
              {t.laatVervallen}
            </Knop>
            <Knop soort="stil" onClick={() => setVraag(false)}>
              {nl.terug}
            </Knop>
          </div>
        </Dialoog>
      )}
    </div>
  );
}
