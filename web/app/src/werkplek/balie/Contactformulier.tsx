// One contact: a short report from a few questions, and a melding for each person who is ticked. All of it goes at once.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, NieuweZaak, PersoonKort, Uitgevoerd, ZaaktypeWat } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, Tekstvlak } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { Bewaarmelding } from '../Bewaarmelding';
import type { Bewaarder } from '../bewaarder';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { uitProbleem, useFouten } from '../formulier';
import { useMedewerkers } from '../Medewerkerkeuze';
import { leesContact, VRAGEN, veldVan } from './contact';
import { OverWie } from './OverWie';
import { WieSpreekt } from './WieSpreekt';

export interface ContactformulierProps {
  ik: Ik;
  persoon: PersoonKort;
  /** Whom a melding can be about: the person and whoever lives with them. */
  mensen: PersoonKort[];
  concept: ConceptVelden;
  bewaarder: Bewaarder;
  over: string[];
  kiesOver: (over: string[]) => void;
  klaar: (meldingen: NieuweZaak[], namen: Record<string, string>) => void;
}

export function Contactformulier({ ik, persoon, mensen, concept, ...rest }: ContactformulierProps) {
  const { over, vink } = useOver(rest.over, rest.kiesOver);
  const [spreker, setSpreker] = useState(() => concept.lees().spreker ?? '');
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
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const gekozen = mensen.filter((mens) => over.has(mens.id));

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const gelezen = leesContact(new FormData(event.currentTarget), { persoon, gekozen });
    toon('fouten' in gelezen ? gelezen.fouten : []);
    if ('fouten' in gelezen) return;
    try {
      const done = await rest.bewaarder.leverIn((versie) =>
        run<Uitgevoerd>('/contacten', { ...gelezen.body, ...versie }),
      );
      const namen = Object.fromEntries(gekozen.map((mens) => [mens.id, mens.naam]));
      if (done) rest.klaar(done.meldingen ?? [], namen);
    } catch (error) {
      toon(uitProbleem(error, (naam) => veldVan(naam, gekozen)));
    }
  };

  return (
    <form {...houd} onSubmit={bewaar} noValidate className="formulier balieform">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <OverWie
        ik={ik}
        mensen={mensen}
        over={over}
        vink={vink}
        zaaktypen={zaaktypen.data}
        medewerkers={medewerkers.data}
        veld={veld}
      />
      <section className="sectie" aria-labelledby="verslag">
        <Verslagvragen veld={veld} />
        <WieSpreekt mensen={mensen} spreker={spreker} kies={setSpreker} veld={veld} />
        <Wachtregel wacht={wacht} />
        <Bewaarmelding bewaarder={rest.bewaarder} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.balie.bewaar(gekozen.length)}
          </Knop>
        </div>
      </section>
    </form>
  );
}

/** Who is ticked, and what is told of it. */
function useOver(eerst: string[], kies: (over: string[]) => void) {
  const [over, setOver] = useState<ReadonlySet<string>>(() => new Set(eerst));
  const vink = (id: string, aan: boolean) => {
    const next = new Set(over);
    if (aan) next.add(id);
    else next.delete(id);
    setOver(next);
    kies([...next]);
  };
  return { over, vink };
}

function Verslagvragen({ veld }: { veld: Fouten }) {
  return (
    <>
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
    </>
  );
}
