// The form of a version.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../../api/http';
import type { Besluitsoort, BesluitWat, DocumentKort, ZaakWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Sluitvraag, useSluitvraag } from '../../../ui/sluitvraag';
import { type Fouten, Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { Bewaarmelding } from '../../Bewaarmelding';
import { type BewaardConcept, useAanbod } from '../../bewaardconcept';
import { Conceptaanbod, Conceptregel } from '../../Conceptregel';
import { useConceptVelden, type Velden } from '../../concept';
import { tekst, uitProbleem, useFouten } from '../../formulier';
import { conceptVan, type Half, velden } from './halfbesluit';
import { leesBedrag } from './leesBedrag';

const SOORTEN: Besluitsoort[] = ['toekennen', 'deels', 'afwijzen', 'buiten_behandeling'];
const geeft = (soort: string) => soort === 'toekennen' || soort === 'deels';

export interface BesluitvormProps {
  zaak: ZaakWat;
  /** The version that this one takes the place of. */
  van?: BesluitWat;
  sluit: () => void;
}

export function Besluitvorm(props: BesluitvormProps) {
  const concept = conceptVan(props.zaak.id);
  const [beurt, setBeurt] = useState(0);
  const { aanbod, verder, gooiWeg } = useAanbod(concept);
  const toon = () => setBeurt((n) => n + 1);
  return (
    <>
      {aanbod && (
        <Conceptaanbod aanbod={aanbod} verder={() => verder() && toon()} gooiWeg={() => void gooiWeg()} />
      )}
      <Conceptregel concept={concept} neemAndere={toon} />
      <Vorm key={beurt} {...props} half={concept} />
    </>
  );
}

function Vorm({ zaak, van, sluit, half }: BesluitvormProps & { half: BewaardConcept<Half> }) {
  const t = nl.besluit;
  const { basis, regels, zetRegels, soort, zetSoort, lees, concept } = useHalf(half, van);
  const { fouten, beurt, veld, toon } = useFouten();
  const { run, bezig, wacht } = useOpdracht();
  const weg = () => {
    void half.gooiWeg();
    sluit();
  };
  // Going to another page keeps it; to say that one is done with it throws it away.
  const { vraag, probeer, verder } = useSluitvraag(() => half.isHalf(), weg);
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const { body, mis } = lezen(data, geeft(soort) ? regels : 0);
    toon(mis);
    if (mis.length > 0) return;
    try {
      const pad = `/zaken/${zaak.id}/besluit`;
      // What is handed in is no concept any more in the same moment.
      const gedaan = await half.bewaarder.leverIn((versie) => {
        const besluit = { ...body, ...versie };
        return basis ? run(`${pad}/wijzigen`, { hash: basis.hash, besluit }) : run(pad, besluit);
      });
      if (!gedaan) return;
      half.wis();
      sluit();
    } catch (error) {
      toon(uitProbleem(error, (naam) => (naam === 'regels' ? 'omschrijving0' : naam)));
    }
  };

  return (
    <form onSubmit={stuur} noValidate className="formulier" ref={concept.ref} onChange={concept.onChange}>
      <Foutlijst fouten={fouten} beurt={beurt} />
      {van?.stap === 'geaccordeerd' && <p className="balk">{t.wijzigWaarschuwing}</p>}
      <Keuzelijst
        id="soort"
        name="soort"
        label={t.welk}
        opties={SOORTEN.map((s) => ({ waarde: s, tekst: t.soort[s] }))}
        value={soort}
        onChange={(e) => zetSoort(e.target.value)}
      />
      <Tekstvlak
        id="motivering"
        name="motivering"
        rows={8}
        label={t.motivering}
        uitleg={t.motiveringUitleg}
        fout={veld.motivering}
      />
      {geeft(soort) && <Regels aantal={regels} zet={zetRegels} veld={veld} />}
      <Verslagkeuze zaak={zaak.id} begin={lees().verslag ?? ''} fout={veld.verslag} />
      <Wachtregel wacht={wacht} />
      <Bewaarmelding bewaarder={half.bewaarder} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.bied}
        </Knop>
        <Knop soort="stil" onClick={probeer}>
          {nl.terug}
        </Knop>
      </div>
      {vraag && <Sluitvraag sluit={weg} verder={verder} />}
    </form>
  );
}

/** What is typed of it, and how many lines it has. */
function useHalf(half: BewaardConcept<Half>, van: BesluitWat | undefined) {
  // The version that was on the screen when the form opened: another one that comes meanwhile is not what was read.
  const [basis] = useState(van);
  const begin = half.lees();
  const [regels, setRegels] = useState(begin?.regels ?? Math.max(1, van?.regels.length ?? 1));
  const [soort, zetSoort] = useState((begin?.velden ?? velden(van)).soort ?? 'toekennen');
  const lees = () => half.lees()?.velden ?? velden(basis);
  const vul = (erbij: Velden) => half.bewaar({ velden: { ...lees(), ...erbij }, regels });
  const concept = useConceptVelden({ lees, vul }, `${regels}${geeft(soort)}`);

  const zetRegels = (n: number) => {
    setRegels(n);
    half.bewaar({ velden: lees(), regels: n });
  };
  return { basis, regels, zetRegels, soort, zetSoort, lees, concept };
}

interface RegelsProps {
  aantal: number;
  zet: (aantal: number) => void;
  veld: Fouten;
}

/** What is given, line by line. */
function Regels({ aantal, zet, veld }: RegelsProps) {
  const t = nl.besluit;
  return (
    <fieldset className="utrecht-form-fieldset">
      <legend>{t.regels}</legend>
      {Array.from({ length: aantal }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={n} className="keuzelijst--rij">
          <Tekstveld
            id={`omschrijving${n}`}
            name={`omschrijving${n}`}
            label={t.regel(n + 1)}
            fout={veld[`omschrijving${n}`]}
          />
          <Tekstveld
            id={`bedrag${n}`}
            name={`bedrag${n}`}
            label={t.bedrag(n + 1)}
            uitleg={n === 0 ? t.bedragUitleg : undefined}
            inputMode="decimal"
            fout={veld[`bedrag${n}`]}
            optioneel
          />
        </div>
      ))}
      <p>
        <Knop soort="stil" icoon="plus" onClick={() => zet(aantal + 1)}>
          {t.regelErbij}
        </Knop>
        {aantal > 1 && (
          <Knop soort="stil" onClick={() => zet(aantal - 1)}>
            {t.regelWeg(aantal)}
          </Knop>
        )}
      </p>
    </fieldset>
  );
}

function lezen(data: FormData, regels: number): { body: object; mis: Foutmelding[] } {
  const t = nl.besluit;
  const mis: Foutmelding[] = [];
  const motivering = tekst(data, 'motivering');
  if (!motivering) mis.push({ veld: 'motivering', tekst: nl.fout.verplicht('de uitleg') });
  const gegeven = [];
  for (let n = 0; n < regels; n += 1) {
    const omschrijving = tekst(data, `omschrijving${n}`);
    const bedrag = tekst(data, `bedrag${n}`);
    const cents = bedrag ? leesBedrag(bedrag) : undefined;
    if (bedrag && cents === undefined) mis.push({ veld: `bedrag${n}`, tekst: t.bedragFout });
    if (bedrag && !omschrijving) mis.push({ veld: `omschrijving${n}`, tekst: nl.fout.verplicht('de regel') });
    if (omschrijving) gegeven.push({ omschrijving, bedrag_cents: cents ?? null });
  }
  const verslag = tekst(data, 'verslag') || null;
  return { body: { soort: tekst(data, 'soort'), motivering, regels: gegeven, verslag }, mis };
}

/** Only reports that one takes part in oneself: the server gives no others. */
function Verslagkeuze({ zaak, begin, fout }: { zaak: string; begin: string; fout: string | undefined }) {
  const t = nl.besluit;
  const documenten = useQuery({
    queryKey: ['documenten', zaak],
    queryFn: () => haal<{ items: DocumentKort[] }>(`/zaken/${zaak}/documenten`).then((r) => r.items),
  });
  const [gekozen, setGekozen] = useState(begin);
  const items = documenten.data ?? [];
  if (items.length === 0) return null;
  return (
    <Keuzelijst
      id="verslag"
      name="verslag"
      label={t.verslag}
      uitleg={t.verslagUitleg}
      fout={fout}
      value={items.some((d) => d.id === gekozen) ? gekozen : ''}
      onChange={(e) => setGekozen(e.target.value)}
      opties={[
        { waarde: '', tekst: t.geenVerslag },
        ...items.map((d) => ({
          waarde: d.id,
          tekst: `${d.titel}, ${nl.zaak.begonnen(datumKort(d.geopend_op))}`,
        })),
      ]}
    />
  );
}
