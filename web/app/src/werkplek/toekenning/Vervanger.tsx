// Who stands in for somebody: named with days and a reason, and taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { haal, Probleem } from '../../api/http';
import type { Uitgevoerd, VervangersWat } from '../../api/types';
import { datumKort, leesDatum } from '../../datum';
import { Naar } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop, knopKlasse } from '../../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { Skelet } from '../randpaginas';

const t = nl.toekenning;
const VELDEN: Record<string, string> = {
  vervanger: 'vervanger',
  vanaf: 'vervang-vanaf',
  tot_en_met: 'vervang-tot',
  reden: 'vervang-reden',
};

interface VervangerProps {
  id: string;
  kop: string;
  /** Changes when something live says that the list may read otherwise. */
  sein: string;
}

/** A part of a page of its own: naming somebody is what one came for. */
export function Vervanger({ kop, ...wie }: VervangerProps) {
  return (
    <section className="sectie smal" aria-labelledby="vervanging">
      <header>
        <h2 id="vervanging">{kop}</h2>
      </header>
      <Vervangers {...wie} eerst />
    </section>
  );
}

/** `eerst`: naming somebody is the first thing on the page. */
export function Vervangers({ id, sein, eerst = false }: Omit<VervangerProps, 'kop'> & { eerst?: boolean }) {
  const queries = useQueryClient();
  const wat = useQuery({
    queryKey: ['vervangers', id],
    queryFn: () => haal<VervangersWat>(`/medewerkers/${id}/vervangers`),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal is the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['vervangers', id] });
  }, [sein, id, queries]);
  if (wat.data === undefined && wat.error)
    return <Niets fout={wat.error} opnieuw={() => void wat.refetch()} />;
  if (!wat.data) return <Skelet />;
  return <Inhoud id={id} wat={wat.data} eerst={eerst} gedaan={() => void wat.refetch()} />;
}

/** Nothing to choose for who may not, with what they can do; and for who could not be told now, to ask once more. */
function Niets({ fout, opnieuw }: { fout: Error; opnieuw: () => void }) {
  if (fout instanceof Probleem && (fout.status === 403 || fout.status === 404)) {
    return (
      <>
        <p>{t.nietVoorU}</p>
        <p>
          <Naar className={knopKlasse('tweede')} to="/">
            {nl.weg.terug}
          </Naar>
        </p>
      </>
    );
  }
  return (
    <div className="mislukt" role="alert">
      <p>{fout instanceof Probleem ? fout.problem.title : nl.fout.titel}</p>
      <Knop soort="tweede" onClick={opnieuw}>
        {nl.fout.opnieuw}
      </Knop>
    </div>
  );
}

interface InhoudProps {
  id: string;
  wat: VervangersWat;
  eerst: boolean;
  gedaan: () => void;
}

function Inhoud({ id, wat, eerst, gedaan }: InhoudProps) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = async (pad: string, body: unknown): Promise<boolean> => {
    try {
      const done = await run<Uitgevoerd>(pad, body);
      if (!done) return false;
      toon([]);
      gedaan();
      return true;
    } catch (error) {
      toon(uitProbleem(error, (one) => VELDEN[one]));
      return false;
    }
  };
  const wijsAan = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { body, mis } = lees(new FormData(form));
    toon(mis);
    if (mis.length > 0) return;
    if (await stuur(`/medewerkers/${id}/vervanger`, body)) form.reset();
  };
  return (
    <>
      {wat.items.length === 0 && <p className="quiet">{t.niemand}</p>}
      <Lijst
        vervangingen={wat.items}
        bezig={bezig}
        trekIn={(vervanging) => void stuur(`/toekenningen/${vervanging}/intrekken`, {})}
      />
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {wat.kandidaten.length === 0 ? (
        <p className="quiet">{t.geenKandidaat}</p>
      ) : (
        <form onSubmit={(event) => void wijsAan(event)} className="formulier" noValidate>
          <Velden kandidaten={wat.kandidaten} veld={veld} />
          <div className="knoppen">
            <Knop type="submit" soort={eerst ? 'eerst' : 'tweede'} bezig={bezig}>
              {t.wijsAan}
            </Knop>
          </div>
        </form>
      )}
    </>
  );
}

interface LijstProps {
  vervangingen: VervangersWat['items'];
  bezig: boolean;
  trekIn: (vervanging: string) => void;
}

function Lijst({ vervangingen, bezig, trekIn }: LijstProps) {
  return (
    <ul className="ledenlijst">
      {vervangingen.map((v) => (
        <li key={v.id} className="rij gevondenrij" data-vervanging={v.vervanger.naam}>
          <p>
            <strong>{t.regel(v.vervanger.naam, datumKort(v.van), datumKort(v.tot_en_met))}</strong>
            <br />
            <span className="quiet sm">{v.reden}</span>
          </p>
          <Knop klein bezig={bezig} aria-label={t.trekInVan(v.vervanger.naam)} onClick={() => trekIn(v.id)}>
            {t.trekIn}
          </Knop>
        </li>
      ))}
    </ul>
  );
}

interface VeldenProps {
  kandidaten: VervangersWat['kandidaten'];
  veld: Fouten;
}

function Velden({ kandidaten, veld }: VeldenProps) {
  return (
    <>
      <Keuzelijst
        id="vervanger"
        name="vervanger"
        label={t.vervanger}
        fout={veld.vervanger}
        opties={[
          { waarde: '', tekst: t.kies },
          ...kandidaten.map((m) => ({ waarde: m.id, tekst: `${m.naam}, ${m.rol_naam}` })),
        ]}
      />
      <Tekstveld
        id="vervang-vanaf"
        name="vanaf"
        label={t.vanaf}
        uitleg={nl.caseload.datumUitleg}
        fout={veld['vervang-vanaf']}
        className="invoer--kort"
      />
      <Tekstveld
        id="vervang-tot"
        name="tot_en_met"
        label={t.totEnMet}
        uitleg={nl.caseload.datumUitleg}
        fout={veld['vervang-tot']}
        className="invoer--kort"
      />
      <Tekstveld
        id="vervang-reden"
        name="reden"
        label={t.reden}
        uitleg={t.redenUitleg}
        fout={veld['vervang-reden']}
      />
    </>
  );
}

/** What was filled in, and what is missing in it. */
function lees(data: FormData): { body: object; mis: Foutmelding[] } {
  const [vanaf, tot] = [leesDatum(tekst(data, 'vanaf')), leesDatum(tekst(data, 'tot_en_met'))];
  const [vervanger, reden] = [tekst(data, 'vervanger'), tekst(data, 'reden')];
  const mis = [
    ...(vervanger ? [] : [{ veld: 'vervanger', tekst: t.kies }]),
    ...(vanaf ? [] : [{ veld: 'vervang-vanaf', tekst: nl.caseload.datumFout }]),
    ...(tot ? [] : [{ veld: 'vervang-tot', tekst: nl.caseload.datumFout }]),
    ...(reden ? [] : [{ veld: 'vervang-reden', tekst: nl.fout.verplicht('de reden') }]),
  ];
  return { body: { vervanger, vanaf, tot_en_met: tot, reden }, mis };
}
