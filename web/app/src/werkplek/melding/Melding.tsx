// The second step of a melding: what is the matter, and how soon must somebody look?
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { haal } from '../../api/http';
import type {
  Kanaal,
  NieuweMelding,
  PersoonKort,
  Uitgevoerd,
  Urgentie,
  Zaaktype,
  ZaaktypeWat,
} from '../../api/types';
import { datumLang } from '../../datum';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak, useFocusBij } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';

const MELDING_VELDEN = ['zaaktype', 'onderwerp', 'toelichting', 'kanaal', 'urgentie'];
const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];

export function Melding({
  concept,
  rust,
  terugVanElders,
  persoon,
  terug,
  klaar,
}: {
  concept: ConceptVelden;
  /** Before it is handed in: the version that the server kept, when it did. */
  rust: () => Promise<number | undefined>;
  terugVanElders: boolean;
  persoon: PersoonKort;
  terug: () => void;
  /** `papier`: nothing tells who it is about but what one gives along. */
  klaar: (zaak: string, nummer: string, papier: boolean) => void;
}) {
  const kop = useFocusBij<HTMLHeadingElement>(persoon.id, terugVanElders);
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The choices come after the form: what was chosen is filled in once they are there.
  const houd = useConceptVelden(concept, zaaktypen.isSuccess);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const zaaktype = tekst(data, 'zaaktype');
    const onderwerp = tekst(data, 'onderwerp');
    const toelichting = tekst(data, 'toelichting');
    const found: Foutmelding[] = [];
    if (!zaaktype) found.push({ veld: 'zaaktype', tekst: nl.fout.kies(nl.melding.kiesZaaktype) });
    if (!onderwerp) found.push({ veld: 'onderwerp', tekst: nl.fout.verplicht('het onderwerp') });
    toon(found);
    if (found.length > 0) return;
    const body: NieuweMelding = {
      persoon: persoon.id,
      zaaktype: zaaktype as Zaaktype,
      onderwerp,
      ...(toelichting ? { toelichting } : {}),
      kanaal: tekst(data, 'kanaal') as Kanaal,
      urgentie: tekst(data, 'urgentie') as Urgentie,
    };
    try {
      const versie = await rust();
      const done = await run<Uitgevoerd>('/meldingen', { ...body, ...(versie ? { concept: versie } : {}) });
      if (done) klaar(done.id, done.zaaknummer ?? '', done.bevestiging === 'geen');
    } catch (error) {
      toon(uitProbleem(error, (v) => (MELDING_VELDEN.includes(v) ? v : undefined)));
    }
  };

  return (
    <section className="sectie" aria-labelledby="watiser">
      <div className="gekozen">
        <Stoel naam={persoon.naam} inwoner />
        <p>
          <span className="quiet sm">{nl.melding.gekozen}</span>
          <br />
          <strong>{persoon.naam}</strong>
          {persoon.geboortedatum && (
            <span className="quiet sm"> {nl.melding.geboren(datumLang(persoon.geboortedatum))}</span>
          )}
        </p>
        <Knop soort="stil" onClick={terug}>
          {nl.melding.andereInwoner}
        </Knop>
      </div>
      <header>
        <h2 id="watiser" ref={kop} tabIndex={-1}>
          {nl.melding.wat}
        </h2>
      </header>
      <form {...houd} onSubmit={bewaar} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Keuzelijst
          id="zaaktype"
          name="zaaktype"
          label={nl.melding.zaaktype}
          fout={veld.zaaktype}
          opties={[
            { waarde: '', tekst: nl.melding.kiesEerst },
            ...(zaaktypen.data ?? []).map((z) => ({ waarde: z.code, tekst: z.naam })),
          ]}
        />
        <Tekstveld
          id="onderwerp"
          name="onderwerp"
          label={nl.melding.onderwerp}
          uitleg={nl.melding.onderwerpUitleg}
          fout={veld.onderwerp}
          maxLength={200}
        />
        <Tekstvlak
          id="toelichting"
          name="toelichting"
          label={nl.melding.toelichting}
          uitleg={nl.melding.toelichtingUitleg}
          fout={veld.toelichting}
          optioneel
          rows={6}
        />
        <Keuzelijst
          id="kanaal"
          name="kanaal"
          label={nl.melding.kanaal}
          fout={veld.kanaal}
          opties={KANALEN.map((k) => ({ waarde: k, tekst: nl.kanaal[k] }))}
        />
        <Keuzelijst
          id="urgentie"
          name="urgentie"
          label={nl.melding.urgentie}
          fout={veld.urgentie}
          opties={URGENTIES.map((u) => ({ waarde: u, tekst: nl.urgentie[u] }))}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.melding.bewaar}
          </Knop>
        </div>
      </form>
    </section>
  );
}
