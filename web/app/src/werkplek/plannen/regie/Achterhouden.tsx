// What the leden do not see in the portal, why and until when; and to keep something from them or share it (KING-R1c).
import { type FormEvent, useState } from 'react';
import type { ActieWat, DoelWat, NietInPortaal, Onderdeel, PlanWat } from '../../../api/types';
import { dagIso, datumLang, leesDatum } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Dialoog, Terugknop } from '../../../ui/dialoog';
import { Icoon } from '../../../ui/Icoon';
import { Knop } from '../../../ui/knop';
import { Dagveld, type Fouten, Foutlijst, type Foutmelding, Tekstveld } from '../../../ui/veld';
import { tekst, useFouten } from '../../formulier';

const t = nl.plan.portaal;

export interface Achterhouding {
  reden: string;
  tot_en_met: string;
  herzien_op: string;
}

/** What is kept away or shared: which, and in its own words. */
interface Achterhoudbaar {
  onderdeel: Onderdeel;
  omschrijving: string;
}

const zelfde = (a: Onderdeel, b: Onderdeel) =>
  'doel' in a ? 'doel' in b && a.doel === b.doel : 'actie' in b && a.actie === b.actie;

/** The fields of it; what is wrong is in `gelezen`. */
function AchterhoudVelden({ veld, nu }: { veld: Fouten; nu?: NietInPortaal }) {
  const dag = (iso: string | null | undefined) => iso?.split('-').reverse().join('-');
  return (
    <>
      <Tekstveld id="reden" name="reden" label={t.waarom} fout={veld.reden} defaultValue={nu?.reden ?? ''} />
      <div className="naast">
        <Dagveld
          id="tot-en-met"
          name="tot-en-met"
          label={t.totEnMet}
          uitleg={t.totUitleg}
          fout={veld['tot-en-met']}
          defaultValue={dag(nu?.tot_en_met)}
        />
        <Dagveld
          id="herzien"
          name="herzien"
          label={t.herzienOp}
          fout={veld.herzien}
          defaultValue={dag(nu?.herzien_op)}
        />
      </div>
    </>
  );
}

export function leesAchterhouding(data: FormData): { achterhouden: Achterhouding; found: Foutmelding[] } {
  const reden = tekst(data, 'reden');
  const tot = leesDatum(tekst(data, 'tot-en-met'));
  const herzien = leesDatum(tekst(data, 'herzien'));
  const found: Foutmelding[] = [];
  if (!reden) found.push({ veld: 'reden', tekst: nl.fout.verplicht('de reden') });
  if (!tot) found.push({ veld: 'tot-en-met', tekst: nl.plan.datumFout });
  if (!herzien) found.push({ veld: 'herzien', tekst: nl.plan.datumFout });
  return { achterhouden: { reden, tot_en_met: tot ?? '', herzien_op: herzien ?? '' }, found };
}

/** In the form of something new: the leden see it, unless one says otherwise at once. */
export function MeteenAchter({ veld, groep }: { veld: Fouten; groep: boolean }) {
  const [aan, setAan] = useState(false);
  // Said at the moment at which the choice goes: otherwise one believes that it is kept.
  if (!groep) return <p role="status">{t.persoonlijkMeteen}</p>;
  return (
    <div className="meteenachter">
      <label className="keuze">
        <input
          type="checkbox"
          name="achterhouden"
          checked={aan}
          onChange={(event) => setAan(event.target.checked)}
          aria-describedby="meteen-uitleg"
        />
        {t.meteen}
      </label>
      <p className="quiet sm" id="meteen-uitleg">
        {t.meteenUitleg}
      </p>
      {aan && <AchterhoudVelden veld={veld} />}
    </div>
  );
}

function AchterhoudDialoog({
  wat,
  nu,
  bezig,
  sluit,
  houd,
}: {
  wat: Achterhoudbaar;
  nu: NietInPortaal | undefined;
  bezig: boolean;
  sluit: () => void;
  houd: (body: { onderdeel: Onderdeel; achterhouden: Achterhouding }) => void;
}) {
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { achterhouden, found } = leesAchterhouding(new FormData(event.currentTarget));
    toon(found);
    if (found.length === 0) houd({ onderdeel: wat.onderdeel, achterhouden });
  };
  return (
    <Dialoog titel={t.titel} sluit={sluit}>
      <form onSubmit={stuur} noValidate className="formulier">
        <p>{t.welke(wat.omschrijving)}</p>
        <p>{t.uitleg}</p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <AchterhoudVelden veld={veld} nu={nu} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.stuur}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

interface PortaalregelProps {
  wat: Achterhoudbaar;
  voor: (DoelWat | ActieWat)['voor'];
  plan: PlanWat;
  now: Date;
  mag: boolean;
  bezig: boolean;
  doe: (pad: string, body: unknown) => Promise<boolean>;
}

/** How it stands with one goal or action, and what a regisseur can do about it. */
export function Portaalregel({ wat, voor, plan, now, mag, bezig, doe }: PortaalregelProps) {
  const [open, setOpen] = useState(false);
  const staat = plan.niet_in_portaal.find((een) => zelfde(een.onderdeel, wat.onderdeel));
  const vandaag = dagIso(now);
  const voorbij = staat?.tot_en_met && staat.tot_en_met < vandaag;
  // After its last day the leden see it: it reads as anything else.
  const nu = voorbij ? undefined : staat;
  const achter = nu?.stand === 'achtergehouden';
  if (!nu && (!mag || voor !== 'groep')) return null;
  return (
    <div className="portaalregel" data-portaal={nu?.stand ?? 'gedeeld'}>
      {nu && <Stand nu={nu} vandaag={vandaag} />}
      {mag && (
        <div className="knoppen">
          {nu && (
            <Knop
              soort="tweede"
              klein
              bezig={bezig}
              aria-label={t.deelNaam(wat.omschrijving)}
              onClick={() => void doe('delen', { onderdeel: wat.onderdeel })}
            >
              {t.deel}
            </Knop>
          )}
          {voor === 'groep' && (
            <Knop
              soort="stil"
              klein
              bezig={bezig}
              aria-label={achter ? t.wijzigNaam(wat.omschrijving) : t.houdNaam(wat.omschrijving)}
              onClick={() => setOpen(true)}
            >
              {achter ? t.wijzig : t.houd}
            </Knop>
          )}
        </div>
      )}
      {open && (
        <AchterhoudDialoog
          wat={wat}
          nu={nu}
          bezig={bezig}
          sluit={() => setOpen(false)}
          houd={(body) => void doe('achterhouden', body).then((ok) => ok && setOpen(false))}
        />
      )}
    </div>
  );
}

/** That the leden do not see it; of what is kept from them why, until when, and when that is looked at again. */
function Stand({ nu, vandaag }: { nu: NietInPortaal; vandaag: string }) {
  if (nu.stand === 'niet') return <p className="quiet sm">{t.niet}</p>;
  const herzien = nu.herzien_op && nu.herzien_op <= vandaag;
  return (
    <p className="quiet sm">
      {[
        t.achter(datumLang(nu.tot_en_met ?? vandaag)),
        t.reden(nu.reden ?? ''),
        t.herzien(datumLang(nu.herzien_op ?? vandaag)),
      ].join(' ')}{' '}
      {herzien && (
        <span className="chip">
          <Icoon naam="klok" />
          {t.herzienNu}
        </span>
      )}
    </p>
  );
}
