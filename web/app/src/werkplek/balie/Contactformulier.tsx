// One contact: a short report from a few questions, and a melding for each person who is ticked. All of it goes at once.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../api/http';
import type {
  Identiteitscontrole,
  Ik,
  Kanaal,
  NieuwContactmoment,
  NieuweZaak,
  PersoonKort,
  SprekerKeuze,
  Uitgevoerd,
  Urgentie,
  Verslagvraag,
  Zaaktype,
  ZaaktypeWat,
} from '../../api/types';
import { leeftijd } from '../../datum';
import { useNu, useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { useMedewerkers } from '../Medewerkerkeuze';

const VRAGEN: Verslagvraag[] = ['hulpvraag', 'situatie', 'eigen_kracht', 'veiligheid'];
const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];
const CONTROLES: Identiteitscontrole[] = ['identiteitsbewijs', 'controlevragen', 'geen'];
/** Who may hand on what they took in; the server decides, this only keeps a useless choice off the page. */
const DEELT_UIT = new Set(['frontoffice', 'kcc', 'regisseur']);
const ANDER = 'ander';
const ANONIEM = 'anoniem';

export interface ContactformulierProps {
  ik: Ik;
  persoon: PersoonKort;
  /** Whom a melding can be about: the person and whoever lives with them. */
  mensen: PersoonKort[];
  concept: ConceptVelden;
  /** Before it is handed in: the version that the server kept, when it did. */
  rust: () => Promise<number | undefined>;
  over: string[];
  kiesOver: (over: string[]) => void;
  klaar: (meldingen: NieuweZaak[], namen: Record<string, string>) => void;
}

export function Contactformulier({ ik, persoon, mensen, concept, ...rest }: ContactformulierProps) {
  const [over, setOver] = useState<ReadonlySet<string>>(() => new Set(rest.over));
  const [spreker, setSpreker] = useState(() => concept.lees().spreker ?? persoon.id);
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const medewerkers = useMedewerkers();
  // Fields come with who is ticked, and choices after them: what was chosen is filled in once they are there.
  const houd = useConceptVelden(
    concept,
    `${[...over].join()} ${spreker} ${zaaktypen.isSuccess} ${medewerkers.isSuccess}`,
  );
  const now = useNu();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const gekozen = mensen.filter((mens) => over.has(mens.id));

  const vink = (id: string, aan: boolean) => {
    const next = new Set(over);
    if (aan) next.add(id);
    else next.delete(id);
    setOver(next);
    rest.kiesOver([...next]);
  };

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const verslag = VRAGEN.map((vraag) => ({ vraag, tekst: tekst(data, vraag) })).filter(
      (a) => a.tekst !== '',
    );
    const found: Foutmelding[] = [];
    if (spreker === ANDER && !tekst(data, 'sprekernaam')) {
      found.push({ veld: 'sprekernaam', tekst: nl.fout.verplicht('de naam van wie u spreekt') });
    }
    if (gekozen.length === 0) found.push({ veld: `over-${persoon.id}`, tekst: nl.balie.overWieFout });
    for (const mens of gekozen) {
      const leeg = !tekst(data, `onderwerp-${mens.id}`);
      if (leeg)
        found.push({
          veld: `onderwerp-${mens.id}`,
          tekst: nl.fout.verplicht(`het onderwerp voor ${mens.naam}`),
        });
    }
    if (verslag.length === 0) found.push({ veld: 'hulpvraag', tekst: nl.balie.verslagFout });
    toon(found);
    if (found.length > 0) return;
    const body: NieuwContactmoment = {
      kanaal: tekst(data, 'kanaal') as Kanaal,
      spreker: sprekerVan(spreker, data),
      controle: tekst(data, 'controle') as Identiteitscontrole,
      verslag,
      meldingen: gekozen.map((mens) => {
        const naar = tekst(data, `naar-${mens.id}`);
        return {
          persoon: mens.id,
          zaaktype: tekst(data, `zaaktype-${mens.id}`) as Zaaktype,
          onderwerp: tekst(data, `onderwerp-${mens.id}`),
          urgentie: tekst(data, `urgentie-${mens.id}`) as Urgentie,
          ...(naar ? { behandelaars: [naar] } : {}),
        };
      }),
    };
    try {
      const versie = await rest.rust();
      const done = await run<Uitgevoerd>('/contacten', { ...body, ...(versie ? { concept: versie } : {}) });
      const namen = Object.fromEntries(gekozen.map((mens) => [mens.id, mens.naam]));
      if (done) rest.klaar(done.meldingen ?? [], namen);
    } catch (error) {
      const velden: Record<string, string> = {
        onderwerp: `onderwerp-${gekozen[0]?.id}`,
        verslag: 'hulpvraag',
        'spreker.naam': 'sprekernaam',
        'spreker.relatie': 'sprekerrelatie',
      };
      toon(uitProbleem(error, (v) => velden[v]));
    }
  };

  return (
    <form {...houd} onSubmit={bewaar} noValidate className="formulier balieform">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <section className="sectie" aria-labelledby="meldingen">
        <header>
          <h2 id="meldingen">{nl.balie.overWie}</h2>
        </header>
        <fieldset className="keuzelijst keuzelijst--rij">
          <legend className="vh">{nl.balie.overWie}</legend>
          {mensen.map((mens) => (
            <label key={mens.id} className="keuze keuze--mens">
              <input
                type="checkbox"
                id={`over-${mens.id}`}
                checked={over.has(mens.id)}
                onChange={(event) => vink(mens.id, event.target.checked)}
              />
              <Stoel naam={mens.naam} inwoner klein />
              <span>{mens.naam}</span>
            </label>
          ))}
        </fieldset>
        {gekozen.map((mens) => (
          <fieldset key={mens.id} className="meldingvak" data-melding={mens.id}>
            <legend className="label">{nl.balie.meldingOver(mens.naam)}</legend>
            <div className="naast">
              <Keuzelijst
                id={`zaaktype-${mens.id}`}
                name={`zaaktype-${mens.id}`}
                label={nl.melding.zaaktype}
                defaultValue={gewoonlijk(mens, now)}
                opties={(zaaktypen.data ?? []).map((z) => ({ waarde: z.code, tekst: z.naam }))}
                key={zaaktypen.data ? 'klaar' : 'laden'}
              />
              <Keuzelijst
                id={`urgentie-${mens.id}`}
                name={`urgentie-${mens.id}`}
                label={nl.melding.urgentie}
                opties={URGENTIES.map((u) => ({ waarde: u, tekst: nl.urgentie[u] }))}
              />
            </div>
            <Tekstveld
              id={`onderwerp-${mens.id}`}
              name={`onderwerp-${mens.id}`}
              label={nl.melding.onderwerp}
              fout={veld[`onderwerp-${mens.id}`]}
              maxLength={200}
            />
            {DEELT_UIT.has(ik.rol) && (
              <Keuzelijst
                id={`naar-${mens.id}`}
                name={`naar-${mens.id}`}
                label={nl.balie.naar}
                opties={[
                  { waarde: '', tekst: nl.balie.werkvoorraad },
                  ...(medewerkers.data ?? []).map((m) => ({
                    waarde: m.id,
                    tekst: `${m.naam}, ${m.rol_naam}`,
                  })),
                ]}
              />
            )}
          </fieldset>
        ))}
      </section>
      <section className="sectie" aria-labelledby="verslag">
        <header>
          <h2 id="verslag">{nl.balie.verslag}</h2>
        </header>
        <p className="quiet">{nl.balie.verslagUitleg}</p>
        {VRAGEN.map((vraag, i) => (
          <Tekstvlak
            key={vraag}
            id={vraag}
            name={vraag}
            label={nl.balie.vragen[vraag].vraag}
            uitleg={nl.balie.vragen[vraag].uitleg}
            fout={veld[vraag]}
            optioneel={i > 0}
            rows={2}
          />
        ))}
        <div className="naast">
          <div className="veld">
            <label className="utrecht-form-label" htmlFor="spreker">
              {nl.balie.spreker}
            </label>
            <select
              id="spreker"
              name="spreker"
              className="invoer"
              value={spreker}
              onChange={(event) => setSpreker(event.target.value)}
            >
              {mensen.map((mens) => (
                <option key={mens.id} value={mens.id}>
                  {mens.naam}
                </option>
              ))}
              <option value={ANDER}>{nl.balie.sprekerAnder}</option>
              <option value={ANONIEM}>{nl.balie.sprekerAnoniem}</option>
            </select>
          </div>
          <Keuzelijst
            id="controle"
            name="controle"
            label={nl.balie.controle}
            opties={CONTROLES.map((c) => ({ waarde: c, tekst: nl.balie.controles[c] }))}
          />
        </div>
        {spreker === ANDER && (
          <div className="naast">
            <Tekstveld
              id="sprekernaam"
              name="sprekernaam"
              label={nl.balie.sprekerNaam}
              fout={veld.sprekernaam}
              maxLength={200}
            />
            <Tekstveld
              id="sprekerrelatie"
              name="sprekerrelatie"
              label={nl.balie.sprekerRelatie}
              fout={veld.sprekerrelatie}
              optioneel
              maxLength={200}
            />
          </div>
        )}
        <Keuzelijst
          id="kanaal"
          name="kanaal"
          label={nl.melding.kanaal}
          opties={KANALEN.map((k) => ({ waarde: k, tekst: nl.kanaal[k] }))}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.balie.bewaar(gekozen.length)}
          </Knop>
        </div>
      </section>
    </form>
  );
}

function sprekerVan(keuze: string, data: FormData): SprekerKeuze {
  if (keuze === ANONIEM) return { soort: 'anoniem' };
  if (keuze !== ANDER) return { soort: 'persoon', persoon: keuze };
  const relatie = tekst(data, 'sprekerrelatie');
  return { soort: 'ander', naam: tekst(data, 'sprekernaam'), ...(relatie ? { relatie } : {}) };
}

/** What is usual: youth help for a minor, the Wmo for others. */
function gewoonlijk(mens: PersoonKort, now: Date): Zaaktype {
  const minderjarig = mens.geboortedatum != null && leeftijd(mens.geboortedatum, now) < 18;
  return minderjarig ? 'AANVRAAG-JEUGDHULP' : 'MELDING-WMO';
}
