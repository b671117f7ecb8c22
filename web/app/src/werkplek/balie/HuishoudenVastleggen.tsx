// Who live together: the BRP proposes, the desk decides.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../api/http';
import type { HuishoudenVoorstel, PersoonKort, Uitgevoerd } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { Skelet } from '../randpaginas';

type Huisgenoot = HuishoudenVoorstel['huisgenoten'][number];

const sleutel = (genoot: Huisgenoot) => genoot.persoon ?? genoot.bsn ?? genoot.naam;

/** Whom the BRP names beside the person, and who of them is ticked. */
function useVoorstel(persoon: PersoonKort) {
  const queries = useQueryClient();
  const queryKey = ['huishouden-voorstel', persoon.id];
  const voorstel = useQuery({
    queryKey,
    queryFn: () => haal<HuishoudenVoorstel>(`/personen/${persoon.id}/huishouden/voorstel`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [niet, setNiet] = useState<ReadonlySet<string>>(new Set());
  const anderen = (voorstel.data?.huisgenoten ?? []).filter((genoot) => genoot.persoon !== persoon.id);
  const gekozen = anderen.filter((genoot) => !genoot.woont_elders && !niet.has(sleutel(genoot)));
  const vink = (genoot: Huisgenoot, aan: boolean) => {
    const next = new Set(niet);
    if (aan) next.delete(sleutel(genoot));
    else next.add(sleutel(genoot));
    setNiet(next);
  };
  return { voorstel, anderen, gekozen, vink, opnieuw: () => void queries.invalidateQueries({ queryKey }) };
}

export function HuishoudenVastleggen({
  persoon,
  klaar,
  terug,
}: {
  persoon: PersoonKort;
  klaar: () => void;
  terug: () => void;
}) {
  const { voorstel, anderen, gekozen, vink, opnieuw } = useVoorstel(persoon);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();

  const bewaar = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const leden = [{ persoon: persoon.id, bron: 'brp' }];
      for (const genoot of gekozen) {
        const id = genoot.persoon ?? (await neemOver(genoot))?.id;
        if (!id) return;
        leden.push({ persoon: id, bron: 'brp' });
      }
      if (await run<Uitgevoerd>('/huishoudens', { leden })) klaar();
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
      // Who was taken over before it went wrong is known here now.
      opnieuw();
    }
  };
  const neemOver = (genoot: Huisgenoot) =>
    run<Uitgevoerd>('/personen/uit-brp', { bsn: genoot.bsn, doel: 'huishouden' });

  return (
    <form onSubmit={bewaar} className="formulier" data-voorstel={voorstel.data?.brp}>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <fieldset className="keuzelijst">
        <legend className="label">{nl.balie.voorstel}</legend>
        {voorstel.isPending && <Skelet regels={2} />}
        {voorstel.data && <p className="quiet sm">{uitleg(voorstel.data, anderen.length)}</p>}
        <label className="keuze keuze--mens">
          <input type="checkbox" checked disabled />
          <span>{persoon.naam}</span>
        </label>
        {anderen.map((genoot) => (
          <Genoot
            key={sleutel(genoot)}
            genoot={genoot}
            gekozen={gekozen.includes(genoot)}
            vink={(aan) => vink(genoot, aan)}
          />
        ))}
      </fieldset>
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop type="submit" soort="tweede" bezig={bezig}>
          {nl.balie.bewaarHuishouden}
        </Knop>
        <Knop soort="stil" onClick={terug}>
          {nl.terug}
        </Knop>
      </div>
    </form>
  );
}

interface GenootProps {
  genoot: Huisgenoot;
  gekozen: boolean;
  vink: (aan: boolean) => void;
}

function Genoot({ genoot, gekozen, vink }: GenootProps) {
  return (
    <label className="keuze keuze--mens">
      <input
        type="checkbox"
        checked={gekozen}
        disabled={genoot.woont_elders}
        onChange={(event) => vink(event.target.checked)}
      />
      <span>
        {genoot.naam}{' '}
        <span className="quiet sm">
          {genoot.woont_elders ? nl.balie.woontElders : genoot.persoon ? '' : nl.balie.neemtOver}
        </span>
      </span>
    </label>
  );
}

function uitleg(voorstel: HuishoudenVoorstel, anderen: number): string {
  if (voorstel.brp === 'niet_bereikbaar') return nl.balie.voorstelWeg;
  return anderen > 0 ? nl.balie.voorstelUitleg : nl.balie.voorstelLeeg;
}
