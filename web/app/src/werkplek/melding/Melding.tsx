// The second step of a melding: what is the matter, and how soon must somebody look?
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { haal } from '../../api/http';
import type {
  Domein,
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
import {
  type Fouten,
  Foutlijst,
  type Foutmelding,
  Keuzelijst,
  Tekstveld,
  Tekstvlak,
  useFocusBij,
} from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { Bewaarmelding } from '../Bewaarmelding';
import type { Bewaarder } from '../bewaarder';
import { type ConceptVelden, useConceptVelden } from '../concept';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { ONDERWERP_MAX, onderwerpFout } from './onderwerp';

const MELDING_VELDEN = ['zaaktype', 'onderwerp', 'toelichting', 'kanaal', 'urgentie'];
const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];

export function Melding({
  concept,
  bewaarder,
  terugVanElders,
  persoon,
  terug,
  klaar,
}: {
  concept: ConceptVelden;
  bewaarder: Bewaarder;
  terugVanElders: boolean;
  persoon: PersoonKort;
  terug: () => void;
  /** `papier`: nothing tells who it is about but what one gives along. */
  klaar: (zaak: string, nummer: string, papier: boolean, vak: Domein | undefined) => void;
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
    const { body, mis } = lees(new FormData(event.currentTarget), persoon.id);
    toon(mis);
    if (mis.length > 0) return;
    try {
      const done = await bewaarder.leverIn((versie) => run<Uitgevoerd>('/meldingen', { ...body, ...versie }));
      const vak = zaaktypen.data?.find((z) => z.code === body.zaaktype)?.wet;
      if (done) klaar(done.id, done.zaaknummer ?? '', done.bevestiging === 'geen', vak);
    } catch (error) {
      toon(uitProbleem(error, (v) => (MELDING_VELDEN.includes(v) ? v : undefined)));
    }
  };

  return (
    <section className="sectie" aria-labelledby="watiser">
      <Gekozen persoon={persoon} terug={terug} />
      <header>
        <h2 id="watiser" ref={kop} tabIndex={-1}>
          {nl.melding.wat}
        </h2>
      </header>
      <form {...houd} onSubmit={bewaar} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Meldingvelden zaaktypen={zaaktypen.data ?? []} veld={veld} />
        <Wachtregel wacht={wacht} />
        <Bewaarmelding bewaarder={bewaarder} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.melding.bewaar}
          </Knop>
        </div>
      </form>
    </section>
  );
}

interface GekozenProps {
  persoon: PersoonKort;
  terug: () => void;
}

/** Whom it is about, and the way back to choose another. */
function Gekozen({ persoon, terug }: GekozenProps) {
  return (
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
  );
}

interface MeldingveldenProps {
  zaaktypen: ZaaktypeWat[];
  veld: Fouten;
}

function Meldingvelden({ zaaktypen, veld }: MeldingveldenProps) {
  return (
    <>
      <Keuzelijst
        id="zaaktype"
        name="zaaktype"
        label={nl.melding.zaaktype}
        fout={veld.zaaktype}
        opties={[
          { waarde: '', tekst: nl.melding.kiesEerst },
          ...zaaktypen.map((z) => ({ waarde: z.code, tekst: z.naam })),
        ]}
      />
      <Tekstveld
        id="onderwerp"
        name="onderwerp"
        label={nl.melding.onderwerp}
        uitleg={nl.melding.onderwerpUitleg}
        fout={veld.onderwerp}
        tekens={ONDERWERP_MAX}
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
    </>
  );
}

/** What was filled in, and what is missing in it. */
function lees(data: FormData, persoon: string): { body: NieuweMelding; mis: Foutmelding[] } {
  const zaaktype = tekst(data, 'zaaktype');
  const onderwerp = tekst(data, 'onderwerp');
  const toelichting = tekst(data, 'toelichting');
  const mis: Foutmelding[] = [];
  if (!zaaktype) mis.push({ veld: 'zaaktype', tekst: nl.fout.kies(nl.melding.kiesZaaktype) });
  const fout = onderwerpFout(onderwerp, 'het onderwerp');
  if (fout) mis.push({ veld: 'onderwerp', tekst: fout });
  const body: NieuweMelding = {
    persoon,
    zaaktype: zaaktype as Zaaktype,
    onderwerp,
    ...(toelichting ? { toelichting } : {}),
    kanaal: tekst(data, 'kanaal') as Kanaal,
    urgentie: tekst(data, 'urgentie') as Urgentie,
  };
  return { body, mis };
}
