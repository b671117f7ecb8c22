// Consent on a zaak behind the curtain: asked of the person it is about, and where that stands, live.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, Rol, ToestemmingMogelijk, ToestemmingVanMij, Uitgevoerd } from '../../api/types';
import { datumVol, leesDatum } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { meelezen } from '../../teksten/meelezen';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Dagveld, Tekstveld } from '../../ui/veld';
import { tekst } from '../formulier';
import { useToestemming } from '../toekenning/Meldingen';
import { Vraagdialoog } from '../Vraagdialoog';

const t = meelezen;

/** Who works on zaken; the server decides who may ask, this only keeps a useless question from it. */
const BEHANDELT = new Set<Rol>([
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'uitkeringsadministratie',
  'werkcoach',
  'regisseur',
  'backoffice',
  'medewerker_budgetbeheer',
]);
const WOORDEN_MIN = 3;
const VELDEN = { doel: 'doel', tot_en_met: 'tot' };

export function Toestemming({ zaak, ik }: { zaak: string; ik: Ik }) {
  const mijn = useToestemming(ik, zaak);
  const [open, setOpen] = useState(false);
  const mogelijk = useQuery({
    queryKey: ['toestemming', zaak],
    queryFn: () => haal<ToestemmingMogelijk>(`/zaken/${zaak}/toestemming`),
    enabled: BEHANDELT.has(ik.rol),
    retry: false,
  });
  if (!mogelijk.data) return null;
  const { naam, via_gezag } = mogelijk.data;
  const loopt = mijn?.stand === 'gevraagd' || mijn?.stand === 'geldt';
  return (
    <section className="sectie" aria-labelledby="meelezen" data-toestemming={mijn?.stand ?? 'niet'}>
      <header>
        <h2 id="meelezen">{t.kop}</h2>
      </header>
      <p>{t.uitleg}</p>
      {via_gezag && <p>{t.viaGezag(naam)}</p>}
      <div role="status">{mijn && <Stand mijn={mijn} />}</div>
      <div className="knoppen">
        {loopt && mijn.stand === 'gevraagd' && <TrekIn mijn={mijn} knop={t.vraagIn} />}
        {!loopt && (
          <Knop soort="tweede" onClick={() => setOpen(true)}>
            {via_gezag ? t.vraagVoor(naam) : t.vraagAan(naam)}
          </Knop>
        )}
      </div>
      {open && <Vraag zaak={zaak} sluit={() => setOpen(false)} />}
    </section>
  );
}

function Stand({ mijn }: { mijn: ToestemmingVanMij }) {
  return (
    <p>
      <strong>{t.stand[mijn.stand]}</strong>{' '}
      {mijn.antwoord_voor && t.antwoordVoor(datumVol(mijn.antwoord_voor))}
      <br />
      <span className="quiet sm">{mijn.doel}</span>
    </p>
  );
}

function TrekIn({ mijn, knop }: { mijn: ToestemmingVanMij; knop: string }) {
  const { run, bezig } = useOpdracht();
  return (
    <Knop klein bezig={bezig} onClick={() => void run(`/toekenningen/${mijn.id}/intrekken`, {})}>
      {knop}
    </Knop>
  );
}

function lees(data: FormData) {
  const [doel, tot] = [tekst(data, 'doel'), leesDatum(tekst(data, 'tot_en_met'))];
  const fouten = [
    ...(doel.split(/\s+/).length < WOORDEN_MIN ? [{ veld: 'doel', tekst: t.doelTekort }] : []),
    ...(tot ? [] : [{ veld: 'tot', tekst: nl.caseload.datumFout }]),
  ];
  return fouten.length > 0 ? { fouten } : { body: { doel, tot_en_met: tot } };
}

function Vraag({ zaak, sluit }: { zaak: string; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  return (
    <Vraagdialoog
      titel={t.dialoog}
      knop={t.stuur}
      bezig={bezig}
      wacht={wacht}
      sluit={sluit}
      lees={lees}
      doe={(body) => run<Uitgevoerd>(`/zaken/${zaak}/toestemming`, body)}
      velden={VELDEN}
    >
      {(fout) => (
        <>
          <Tekstveld id="doel" name="doel" label={t.doel} uitleg={t.doelUitleg} fout={fout.doel} />
          <Dagveld
            id="tot"
            name="tot_en_met"
            label={t.totEnMet}
            uitleg={nl.caseload.datumUitleg}
            fout={fout.tot}
          />
        </>
      )}
    </Vraagdialoog>
  );
}

/** Over a zaak that one reads because the person said so. */
export function Meeleesbalk({ zaak, ik }: { zaak: string; ik: Ik }) {
  const mijn = useToestemming(ik, zaak);
  if (mijn?.stand !== 'geldt') return null;
  return (
    <div className="balk balk--uitleg" data-meelezen>
      <Icoon naam="oog" />
      <p>{t.leest(datumVol(mijn.tot_en_met))}</p>
      <TrekIn mijn={mijn} knop={t.stop} />
    </div>
  );
}
