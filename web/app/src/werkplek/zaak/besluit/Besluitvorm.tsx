// The form of a version. What is typed is kept until it is offered: on the server too, per zaak.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../../api/http';
import type { Besluitsoort, BesluitWat, ConceptWat, DocumentKort, ZaakWat } from '../../../api/types';
import { datumKort } from '../../../datum';
import { useOpdracht } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { BewaardConcept, useAanbod } from '../../bewaardconcept';
import { plank } from '../../bewaarder';
import { Conceptaanbod, Conceptregel } from '../../Conceptregel';
import { isIngevuld, useConceptVelden, type Velden } from '../../concept';
import { plat, vanStap } from '../../conceptvorm';
import { tekst, uitProbleem, useFouten } from '../../formulier';
import { leesBedrag, typBedrag } from './leesBedrag';

interface Half {
  velden: Velden;
  regels: number;
}

/** More than anybody adds by hand. */
const REGELS_MAX = 50;

const naar = ({ velden, regels }: Half) => ({
  personen: [],
  velden: { regels: String(regels), ...plat({ besluit: velden }) },
});
const uit = ({ velden }: ConceptWat): Half => ({
  regels: Math.min(REGELS_MAX, Math.max(1, Number(velden.regels) || 1)),
  velden: vanStap(velden, 'besluit'),
});

/** One of each zaak, for as long as the tab is open. */
const concepten = new Map<string, BewaardConcept<Half>>();
function conceptVan(zaak: string): BewaardConcept<Half> {
  const there = concepten.get(zaak);
  if (there) return there;
  const isHalf = (h: Half) => isIngevuld(h.velden, ['motivering', 'omschrijving0']);
  const made = new BewaardConcept<Half>(plank('besluit', zaak), isHalf, { naar, uit });
  concepten.set(zaak, made);
  return made;
}

const SOORTEN: Besluitsoort[] = ['toekennen', 'deels', 'afwijzen', 'buiten_behandeling'];
const geeft = (soort: string) => soort === 'toekennen' || soort === 'deels';

/** The fields for a version that is there already. */
function velden(besluit: BesluitWat | undefined): Velden {
  if (!besluit) return { soort: 'toekennen' };
  const regels = besluit.regels.flatMap((regel, n) => [
    [`omschrijving${n}`, regel.omschrijving],
    [`bedrag${n}`, typeof regel.bedrag_cents === 'number' ? typBedrag(regel.bedrag_cents) : ''],
  ]);
  return {
    soort: besluit.soort,
    motivering: besluit.motivering,
    verslag: besluit.verslag?.document ?? '',
    ...Object.fromEntries(regels),
  };
}

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
  // The version that was on the screen when the form opened: another one that comes meanwhile is not what was read.
  const [basis] = useState(van);
  const begin = half.lees();
  const [regels, setRegels] = useState(begin?.regels ?? Math.max(1, van?.regels.length ?? 1));
  const [soort, setSoort] = useState((begin?.velden ?? velden(van)).soort ?? 'toekennen');
  const { fouten, beurt, veld, toon } = useFouten();
  const { run, bezig, wacht } = useOpdracht();
  const lees = () => half.lees()?.velden ?? velden(basis);
  const vul = (erbij: Velden) => half.bewaar({ velden: { ...lees(), ...erbij }, regels });
  const concept = useConceptVelden({ lees, vul }, `${regels}${geeft(soort)}`);

  const zetRegels = (n: number) => {
    setRegels(n);
    half.bewaar({ velden: lees(), regels: n });
  };

  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const { body, mis } = lezen(data, geeft(soort) ? regels : 0);
    toon(mis);
    if (mis.length > 0) return;
    try {
      const pad = `/zaken/${zaak.id}/besluit`;
      const gedaan = basis
        ? await run(`${pad}/wijzigen`, { hash: basis.hash, besluit: body })
        : await run(pad, body);
      if (!gedaan) return;
      void half.gooiWeg();
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
        onChange={(e) => setSoort(e.target.value)}
      />
      <Tekstvlak
        id="motivering"
        name="motivering"
        rows={8}
        label={t.motivering}
        uitleg={t.motiveringUitleg}
        fout={veld.motivering}
      />
      {geeft(soort) && (
        <fieldset className="utrecht-form-fieldset">
          <legend>{t.regels}</legend>
          {Array.from({ length: regels }, (_, n) => (
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
            <Knop soort="stil" icoon="plus" onClick={() => zetRegels(regels + 1)}>
              {t.regelErbij}
            </Knop>
            {regels > 1 && (
              <Knop soort="stil" onClick={() => zetRegels(regels - 1)}>
                {t.regelWeg(regels)}
              </Knop>
            )}
          </p>
        </fieldset>
      )}
      <Verslagkeuze zaak={zaak.id} begin={lees().verslag ?? ''} fout={veld.verslag} />
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.bied}
        </Knop>
        <Knop
          soort="stil"
          onClick={() => {
            void half.gooiWeg();
            sluit();
          }}
        >
          {nl.terug}
        </Knop>
      </div>
    </form>
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
