// Which colleague is which resident: by it is known who looked at family, and who at a colleague.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { Collegalijst, KoppelingWat, PersoonKort, Uitgevoerd } from '../../api/types';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Foutlijst, Keuzelijst, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';

const t = nl.nazicht;

export function Collegas({ koppelingen }: { koppelingen: KoppelingWat[] }) {
  const [persoon, setPersoon] = useState<PersoonKort>();
  const [gedaan, setGedaan] = useState<string>();
  // What was pressed goes from the page: the work goes on at the head of this part.
  const kop = useRef<HTMLHeadingElement>(null);
  const terug = () => kop.current?.focus();
  return (
    <section className="sectie smal" aria-labelledby="collegas">
      <header>
        <h2 id="collegas" ref={kop} tabIndex={-1}>
          {t.collegas}
        </h2>
      </header>
      <p className="quiet">{t.collegasUitleg}</p>
      {koppelingen.length === 0 && <p>{t.collegasLeeg}</p>}
      <ul className="ledenlijst">
        {koppelingen.map((een) => (
          <Koppeling key={een.medewerker.id} een={een} klaar={terug} />
        ))}
      </ul>
      <p role="status">{gedaan && t.vastgelegd(gedaan)}</p>
      {persoon ? (
        <Keuze
          persoon={persoon}
          klaar={(naam) => {
            setGedaan(naam);
            setPersoon(undefined);
            terug();
          }}
        />
      ) : (
        <PersoonZoeken kies={setPersoon} waar="/beschermd/personen" />
      )}
    </section>
  );
}

function Koppeling({ een, klaar }: { een: KoppelingWat; klaar: () => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const weg = async () => {
    try {
      const gedaan = await run<Uitgevoerd>(`/personen/${een.persoon.id}/medewerker`, {
        medewerker: een.medewerker.id,
        niet_meer: true,
      });
      if (gedaan) klaar();
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };
  return (
    <li className="rij" data-collega={een.medewerker.naam}>
      <p>{t.collegaVan(een.medewerker.naam, een.persoon.naam ?? t.naamloos)}</p>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <Knop klein bezig={bezig} aria-label={t.haalWegVan(een.medewerker.naam)} onClick={() => void weg()}>
        {t.haalWeg}
      </Knop>
    </li>
  );
}

function Keuze({ persoon, klaar }: { persoon: PersoonKort; klaar: (naam?: string) => void }) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const hier = useFocusBij<HTMLHeadingElement>(persoon.id);
  const collegas = useQuery({
    queryKey: ['nazicht', 'collegas'],
    queryFn: () => haal<Collegalijst>('/nazicht/collegas').then(({ items }) => items),
    staleTime: 60_000,
  });
  const opties = (collegas.data ?? []).map((wie) => ({
    waarde: wie.id,
    tekst: `${wie.naam}, ${wie.rol_naam}`,
  }));
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const medewerker = tekst(new FormData(event.currentTarget), 'collega');
    if (!medewerker) {
      toon([{ veld: 'collega', tekst: nl.fout.verplicht('een collega') }]);
      return;
    }
    try {
      if (await run<Uitgevoerd>(`/personen/${persoon.id}/medewerker`, { medewerker })) klaar(persoon.naam);
    } catch (error) {
      toon(uitProbleem(error, (one) => (one === 'medewerker' ? 'collega' : undefined)));
    }
  };
  return (
    <form onSubmit={(event) => void stuur(event)} className="formulier" noValidate>
      <h3 ref={hier} tabIndex={-1}>
        {t.van(persoon.naam)}
      </h3>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <Keuzelijst
        id="collega"
        name="collega"
        label={t.collega}
        fout={veld.collega}
        opties={[{ waarde: '', tekst: t.kiesCollega }, ...opties]}
      />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.legVast}
        </Knop>
        <Knop soort="stil" onClick={() => klaar()}>
          {t.ander}
        </Knop>
      </div>
    </form>
  );
}
