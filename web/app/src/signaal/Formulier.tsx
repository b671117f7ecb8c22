// Reporting a signaal, for a resident in the portal and for who works here. Nothing in the answer tells whether we know the person.
import { type FormEvent, useEffect, useState } from 'react';
import { haal } from '../api/http';
import type { Betrouwbaarheid, SoortWat } from '../api/types';
import { leesDatum } from '../datum';
import { useOpdracht } from '../rt/hooks';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import { Dagveld, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../ui/veld';
import { Wachtregel } from '../ui/wachtregel';
import { Concept, isIngevuld, useConceptVelden, type Velden } from '../werkplek/concept';
import { tekst, uitProbleem, useFouten } from '../werkplek/formulier';

const VELDEN = ['soort', 'naam', 'geboortedatum', 'toelichting', 'betrouwbaarheid'];
// What is said when nothing is chosen comes first.
const ZELF: Betrouwbaarheid = 'eigen_waarneming';

// One for each groep, and one for a person: what was typed about one is never sent about another.
const concept = new Concept<Record<string, Velden>>((held) =>
  Object.values(held).some((velden) => isIngevuld(velden, ['naam', 'toelichting'])),
);

export function SignaalFormulier({ groep = '', klaar }: { groep?: string; klaar: () => void }) {
  const [soorten, setSoorten] = useState<SoortWat[]>([]);
  const [zekerheden, setZekerheden] = useState<Betrouwbaarheid[]>([ZELF]);
  const houdvast = {
    lees: () => concept.lees()?.[groep] ?? {},
    vul: (typed: Velden) =>
      concept.bewaar({ ...concept.lees(), [groep]: { ...concept.lees()?.[groep], ...typed } }),
  };
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const houd = useConceptVelden(houdvast, soorten.length);
  const t = nl.signaal.melden;

  useEffect(() => {
    // Without the list there is nothing to choose from; the form says so when it is sent.
    haal<{ items: SoortWat[]; betrouwbaarheid: Betrouwbaarheid[] }>('/signaalsoorten').then(
      (r) => {
        setSoorten(r.items.filter((s) => !s.gestopt));
        setZekerheden([ZELF, ...r.betrouwbaarheid.filter((hoe) => hoe !== ZELF)]);
      },
      () => setSoorten([]),
    );
  }, []);

  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const soort = tekst(data, 'soort');
    const naam = tekst(data, 'naam');
    const geboren = tekst(data, 'geboortedatum');
    const geboortedatum = geboren ? leesDatum(geboren) : undefined;
    const found: Foutmelding[] = [];
    if (!soort) found.push({ veld: 'soort', tekst: nl.fout.kies('waar het over gaat') });
    if (!groep && !naam) found.push({ veld: 'naam', tekst: nl.fout.verplicht('een naam') });
    if (geboren && !geboortedatum) found.push({ veld: 'geboortedatum', tekst: t.geboortedatumFout });
    toon(found);
    if (found.length > 0) return;
    const body = {
      soort,
      ...(groep ? { groep } : { naam, geboortedatum }),
      toelichting: tekst(data, 'toelichting') || undefined,
      betrouwbaarheid: tekst(data, 'betrouwbaarheid') || undefined,
    };
    try {
      if (!(await run('/signalen', body))) return;
      concept.bewaar({ ...concept.lees(), [groep]: {} });
      klaar();
    } catch (error) {
      toon(uitProbleem(error, (v) => (VELDEN.includes(v) ? v : undefined)));
    }
  };

  return (
    <form {...houd} onSubmit={stuur} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Keuzelijst
        id="soort"
        name="soort"
        label={t.soort}
        fout={veld.soort}
        opties={[{ waarde: '', tekst: t.kies }, ...soorten.map((s) => ({ waarde: s.code, tekst: s.naam }))]}
      />
      {!groep && (
        <>
          <Tekstveld id="naam" name="naam" label={t.naam} uitleg={t.naamUitleg} fout={veld.naam} />
          <Dagveld
            id="geboortedatum"
            name="geboortedatum"
            label={t.geboortedatum}
            uitleg={t.geboortedatumUitleg}
            fout={veld.geboortedatum}
            optioneel
          />
        </>
      )}
      <Tekstvlak
        id="toelichting"
        name="toelichting"
        label={t.toelichting}
        uitleg={t.toelichtingUitleg}
        fout={veld.toelichting}
        optioneel
      />
      <Keuzelijst
        id="betrouwbaarheid"
        name="betrouwbaarheid"
        label={t.zelf}
        fout={veld.betrouwbaarheid}
        opties={zekerheden.map((hoe) => ({ waarde: hoe, tekst: nl.signaal.betrouwbaarheid[hoe] }))}
      />
      <p className="quiet">{t.beschermd}</p>
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.stuur}
        </Knop>
      </div>
    </form>
  );
}
