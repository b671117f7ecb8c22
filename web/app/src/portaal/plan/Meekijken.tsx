// What one lets another of the groep see: to whom, what, until when; and taking it back (KING-R1f, KING-R1g).
import { type FormEvent, useId, useState } from 'react';
import type { Ik, MeekijkenVanMij, MeekijkRij, PlanPortaal, ZaakRij } from '../../api/types';
import { datumLang, leesDatum } from '../../datum';
import { useBundle, useNu, useOpdracht, useView } from '../../rt/hooks';
import { mijnplan } from '../../teksten/mijnplan';
import { nl } from '../../teksten/nl';
import { Bel } from '../../ui/belnummer';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { Zin } from '../../ui/letterlijk';
import { omroep } from '../../ui/omroep';
import { Dagveld, Foutlijst, Keuzelijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../werkplek/formulier';
import { Bevestigd } from '../Bevestigd';

const t = mijnplan.meekijken;
const DEEL = 'eigen_deel';

/** Only whose part it is: who answers for themselves. To others this is not there. */
export function Meekijken({ groep, ik }: { groep: PlanPortaal; ik: Ik }) {
  const wat = useView<MeekijkenVanMij>(ik.persoon ? `meekijken/${ik.persoon}` : undefined);
  const [open, setOpen] = useState(false);
  const { gedaan, plek } = usePlek();
  if (wat.stand !== 'klaar') return null;
  const hier = wat.b.items.filter((rij) => rij.plan === groep.id);
  const alleen = groep.leden.every((lid) => lid.id === ik.persoon);
  // In a groep of one there is nobody to choose.
  if (alleen && hier.length === 0) return null;
  const vak = { className: 'pdeel', role: 'group', 'aria-labelledby': plek.kop } as const;
  return (
    <div {...vak} data-meekijken>
      <h3 id={plek.kop} tabIndex={-1}>
        {t.titel}
      </h3>
      {gedaan.zin && <Bevestigd beurt={gedaan.beurt}>{gedaan.zin}</Bevestigd>}
      <p className="quiet">{t.uitleg}</p>
      {hier.length === 0 && <p>{t.niemand}</p>}
      {hier.length > 0 && (
        <ul className="pzaken">
          {hier.map((rij) => (
            <Rij key={rij.id} rij={rij} plek={plek} />
          ))}
        </ul>
      )}
      {!alleen && (
        <div className="knoppen">
          <Knop soort="tweede" onClick={() => setOpen(true)}>
            {t.kies}
          </Knop>
        </div>
      )}
      {open && <Kies groep={groep} ik={ik} plek={plek} sluit={() => setOpen(false)} />}
    </div>
  );
}

const soortVan = (zaak: ZaakRij) => nl.namen.zaaktype(zaak.zaaktype, zaak.zaaktype_naam);

const watZin = (rij: MeekijkRij) =>
  rij.zaak ? t.zaakZin(rij.zaak.zaaktype_naam, rij.zaak.zaaknummer) : t.deelZin;

/** Where one reads on when what was pressed is gone: the heading, and what is said below it of what was done. */
interface Plek {
  kop: string;
  klaar: (zin: string) => void;
}

function usePlek() {
  const kop = useId();
  const [gedaan, setGedaan] = useState({ zin: '', beurt: 0 });
  const klaar = (zin: string) => {
    document.getElementById(kop)?.focus();
    setGedaan((was) => ({ zin, beurt: was.beurt + 1 }));
    omroep.zeg('plan', zin);
  };
  return { gedaan, plek: { kop, klaar } };
}

/** Commands of this page. */
function useDoe({ klaar }: Plek) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const doe = async (
    pad: string,
    body: unknown,
    zin: string,
    veldId: (veld: string) => string | undefined,
  ) => {
    try {
      if (!(await run(pad, body))) return false;
      klaar(zin);
      return true;
    } catch (error) {
      toon(uitProbleem(error, veldId));
      return false;
    }
  };
  const melding = (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
    </>
  );
  return { doe, bezig, melding, toon, veld };
}

function Rij({ rij, plek }: { rij: MeekijkRij; plek: Plek }) {
  const [zeker, setZeker] = useState(false);
  const naam = nl.voornaam(rij.aan.naam);
  const zin = `mee-${rij.id}`;
  return (
    <li className="pzaak" data-meekijkt={rij.stand}>
      <p id={zin}>
        <strong>
          <Zin tekst={t.rij(naam, watZin(rij))} delen={[rij.zaak?.zaaktype_naam]} />
        </strong>
      </p>
      {rij.stand === 'bedenktijd' && <p>{t.bedenktijd(naam, datumLang(rij.begint_op))}</p>}
      {rij.stand === 'gestopt' ? (
        <p>
          {t.gestopt(naam)}
          <Bel />
        </p>
      ) : (
        <>
          <p>{t.tot(datumLang(rij.tot_en_met))}</p>
          <div className="knoppen">
            <Knop soort="tweede" aria-describedby={zin} onClick={() => setZeker(true)}>
              {t.trekIn}
            </Knop>
          </div>
        </>
      )}
      {zeker && <Stop rij={rij} naam={naam} plek={plek} sluit={() => setZeker(false)} />}
    </li>
  );
}

function Stop({ rij, naam, plek, sluit }: { rij: MeekijkRij; naam: string; plek: Plek; sluit: () => void }) {
  const { doe, bezig, melding } = useDoe(plek);
  return (
    <Dialoog titel={t.stopTitel(naam)} sluit={sluit}>
      <p>{t.stopUitleg(naam)}</p>
      {melding}
      <div className="knoppen">
        <Knop
          soort="eerst"
          bezig={bezig}
          onClick={() =>
            void doe(`/toekenningen/${rij.id}/intrekken`, {}, t.ingetrokken(naam), () => undefined)
          }
        >
          {t.stopJa}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}

/** What it comes down to, before one does it. */
function Dan({ naam, gekozen }: { naam: string; gekozen: ZaakRij | undefined }) {
  const now = useNu();
  return (
    <p data-dan>
      <Zin
        tekst={gekozen ? t.danZaak(naam, soortVan(gekozen)) : t.danDeel(naam)}
        delen={[gekozen?.zaaktype_naam]}
      />{' '}
      {t.danWanneer(datumLang(new Date(now.getTime() + 86_400_000)))}
    </p>
  );
}

function Kies({ groep, ik, plek, sluit }: { groep: PlanPortaal; ik: Ik; plek: Plek; sluit: () => void }) {
  const { doe, bezig, melding, toon, veld } = useDoe(plek);
  const anderen = groep.leden.filter((lid) => lid.id !== ik.persoon);
  const [aan, setAan] = useState(anderen[0]?.id ?? '');
  const [wat, setWat] = useState(DEEL);
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const zaken = bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : [];
  const naam = nl.voornaam(anderen.find((lid) => lid.id === aan)?.naam ?? '');
  const gekozen = zaken.find((zaak) => zaak.id === wat);
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tot = leesDatum(tekst(new FormData(event.currentTarget), 'tot-en-met'));
    toon(tot ? [] : [{ veld: 'tot-en-met', tekst: t.datumFout }]);
    if (!tot) return;
    const body = { aan, wat: wat === DEEL ? DEEL : { zaak: wat }, tot_en_met: tot };
    const velden = (veldnaam: string) => (veldnaam === 'tot_en_met' ? 'tot-en-met' : undefined);
    if (await doe(`/plannen/${groep.id}/meekijken`, body, t.gekozen(naam), velden)) sluit();
  };
  return (
    <Dialoog titel={t.kiesTitel} sluit={sluit}>
      <form onSubmit={(event) => void stuur(event)} noValidate className="formulier">
        <p>
          {t.vrij}
          <Bel />
        </p>
        {melding}
        <Keuzelijst
          id="aan"
          name="aan"
          label={t.wie}
          value={aan}
          onChange={(event) => setAan(event.target.value)}
          opties={anderen.map((lid) => ({ waarde: lid.id, tekst: lid.naam }))}
        />
        <Keuzelijst
          id="wat"
          name="wat"
          label={t.wat}
          value={wat}
          onChange={(event) => setWat(event.target.value)}
          opties={[
            { waarde: DEEL, tekst: t.watDeel },
            ...zaken.map((zaak) => ({
              waarde: zaak.id,
              tekst: t.watZaak(soortVan(zaak), zaak.zaaknummer),
            })),
          ]}
        />
        <Dagveld
          id="tot-en-met"
          name="tot-en-met"
          label={t.totWanneer}
          uitleg={t.datumUitleg}
          fout={veld['tot-en-met']}
        />
        <Dan naam={naam} gekozen={gekozen} />
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
