// Consent on a zaak behind the curtain: asked of the person it is about, and where that stands, live.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, Rol, ToestemmingMogelijk, ToestemmingVanMij, Uitgevoerd } from '../../api/types';
import { datumVol, leesDatum } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { meelezen } from '../../teksten/meelezen';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Foutlijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { useToestemming } from '../toekenning/Meldingen';

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
const VELDEN: Record<string, string> = { doel: 'doel', tot_en_met: 'tot' };

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
      {open && <Vraagdialoog zaak={zaak} sluit={() => setOpen(false)} />}
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

function Vraagdialoog({ zaak, sluit }: { zaak: string; sluit: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [doel, tot] = [tekst(data, 'doel'), leesDatum(tekst(data, 'tot_en_met'))];
    const mis = [
      ...(doel.split(/\s+/).length < WOORDEN_MIN ? [{ veld: 'doel', tekst: t.doelTekort }] : []),
      ...(tot ? [] : [{ veld: 'tot', tekst: nl.caseload.datumFout }]),
    ];
    toon(mis);
    if (mis.length > 0) return;
    try {
      if (await run<Uitgevoerd>(`/zaken/${zaak}/toestemming`, { doel, tot_en_met: tot })) sluit();
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
    }
  };
  return (
    <Dialoog titel={t.dialoog} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Wachtregel wacht={wacht} />
        <Tekstveld id="doel" name="doel" label={t.doel} uitleg={t.doelUitleg} fout={veld.doel} />
        <Tekstveld
          id="tot"
          name="tot_en_met"
          label={t.totEnMet}
          uitleg={nl.caseload.datumUitleg}
          fout={veld.tot}
          className="invoer--kort"
        />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.stuur}
          </Knop>
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </Dialoog>
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
