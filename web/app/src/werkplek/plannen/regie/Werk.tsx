// What a plan is made of: its goals, its actions, its zaken and the signalen that landed in it.
import { useMemo, useState } from 'react';
import type { ActieWat, DoelWat, Onderdeel, PlanRij, PlanWat } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { Knop, type KnopProps } from '../../../ui/knop';
import { Gemeld, vraagBevestigen } from '../bijdrage/Gemeld';
import { Reacties } from '../bijdrage/Reacties';
import { type Woord, Woorddialoog } from '../bijdrage/Woorddialoog';
import { Acties, Doelen, vraagHeropenen } from '../delen';
import type { Planleden } from '../PlanPagina';
import { Signalen, Zaken } from '../ZakenEnSignalen';
import { Portaalregel } from './Achterhouden';
import { Doelknoppen } from './Doelknoppen';
import type { Open } from './Regiedialoog';

export interface WerkProps {
  plan: PlanWat;
  delen: Planleden;
  rij: PlanRij;
  now: Date;
  /** Whether anything can be changed. */
  open: boolean;
  bezig: boolean;
  doe: (pad: string, body: unknown, versie?: number) => Promise<boolean>;
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
  const leiding = open ? { plan: plan.id, versie: plan.versie, bezig, doe, vraag: setWoord } : undefined;
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
  const doelknoppen = (doel: DoelWat) =>
    open && <Doelknoppen {...{ doel, namen, bezig }} doe={(pad, body) => doe(`doelen/${pad}`, body)} />;
  return (
    <div>
      <Doelen
        doelen={plan.doelen}
        namen={namen}
        gezien={eerste}
        portaal={(doel) => portaal({ doel: doel.id }, doel)}
        reacties={(doel) => <Reacties doel={doel} namen={namen} leiding={leiding} />}
        knoppen={doelknoppen}
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
        zeker={(actie, gedaan) => zekerVan(actie, gedaan, namen)}
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

/** To tick what a lid reported is to confirm it, and they read that at once. */
function zekerVan(actie: ActieWat, gedaan: boolean, namen: ReadonlyMap<string, string>) {
  const gemeld = gedaan ? actie.gemeld : undefined;
  return gemeld
    ? vraagBevestigen(actie, gemeld, namen.get(gemeld.door) ?? '')
    : vraagHeropenen(actie, gedaan);
}
