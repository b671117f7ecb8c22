// The second step of a melding: what is the matter, and how soon must somebody look?
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal } from '../../api/http';
import type {
  Domein,
  Kanaal,
  NieuweMelding,
  PersoonKort,
  Rol,
  Uitgevoerd,
  Urgentie,
  ZaakRij,
  Zaaktype,
  ZaaktypeWat,
} from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
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
import { Thuis, type Thuisstand, useThuis } from '../huishouden/Thuis';
import { ONDERWERP_MAX, onderwerpFout } from './onderwerp';

const MELDING_VELDEN = ['zaaktype', 'onderwerp', 'toelichting', 'kanaal', 'urgentie'];
const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
/** Who answers the telephone writes down what came by telephone. */
const GEWOON_KANAAL: Partial<Record<Rol, Kanaal>> = { kcc: 'telefoon' };
const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];

export interface MeldingProps {
  concept: ConceptVelden;
  bewaarder: Bewaarder;
  terugVanElders: boolean;
  persoon: PersoonKort;
  rol: Rol;
  terug: () => void;
  /** `papier`: nothing tells who it is about but what one gives along. */
  klaar: (zaak: string, nummer: string, papier: boolean, vak: Domein | undefined) => void;
}

export function Melding({ concept, bewaarder, terugVanElders, persoon, rol, terug, klaar }: MeldingProps) {
  const kop = useFocusBij<HTMLHeadingElement>(persoon.id, terugVanElders);
  const thuis = useThuis(persoon.id);
  const [soort, setSoort] = useState(() => concept.lees().zaaktype ?? '');
  const zaaktypen = useZaaktypen();
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
    <>
      <Gekozen persoon={persoon} terug={terug} />
      <Thuis persoon={persoon} thuis={thuis} />
      <section className="sectie" aria-labelledby="watiser">
        <header>
          <h2 id="watiser" ref={kop} tabIndex={-1}>
            {nl.melding.wat}
          </h2>
        </header>
        <form {...houd} onSubmit={bewaar} noValidate className="formulier">
          <Foutlijst fouten={fouten} beurt={beurt} />
          <Meldingvelden
            zaaktypen={zaaktypen.data ?? []}
            veld={veld}
            kiesSoort={setSoort}
            kanaal={GEWOON_KANAAL[rol] ?? 'balie'}
            gelijk={gelijke(thuis, persoon.id, soort)}
          />
          <Wachtregel wacht={wacht} />
          <Bewaarmelding bewaarder={bewaarder} />
          <div className="knoppen">
            <Knop type="submit" soort="eerst" bezig={bezig}>
              {nl.melding.bewaar}
            </Knop>
          </div>
        </form>
      </section>
    </>
  );
}

const useZaaktypen = () =>
  useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });

interface GekozenProps {
  persoon: PersoonKort;
  terug: () => void;
}

/** Whom it is about, and the way back to choose another. */
function Gekozen({ persoon, terug }: GekozenProps) {
  return (
    <div className="gekozene">
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

/** What runs for them of this kind already. */
const gelijke = (thuis: Thuisstand, persoon: string, soort: string): ZaakRij[] =>
  thuis.stand === 'klaar'
    ? thuis.thuis.zaken.filter(
        (rij) => rij.persoon?.id === persoon && rij.zaaktype === soort && rij.status !== 'besloten',
      )
    : [];

interface LooptAlProps {
  gelijk: ZaakRij[];
}

/** A second one of the same kind is two people at the same work: said while one chooses, and not forbidden. */
function LooptAl({ gelijk }: LooptAlProps) {
  return (
    <div role="status">
      {gelijk.length > 0 && (
        <p className="balk balk--uitleg" data-loopt-al>
          <Icoon naam="waarschuwing" />
          <span>
            {nl.melding.looptAl(gelijk.length)}{' '}
            {gelijk.map((rij) => (
              <Naar key={rij.id} to={`/zaken/${rij.id}`}>
                {rij.zaaknummer}
              </Naar>
            ))}
            {'. '}
            {nl.melding.looptAlUitleg}
          </span>
        </p>
      )}
    </div>
  );
}

interface MeldingveldenProps extends LooptAlProps {
  zaaktypen: ZaaktypeWat[];
  veld: Fouten;
  kiesSoort: (soort: string) => void;
  /** How it came in, unless somebody says otherwise. */
  kanaal: Kanaal;
}

function Meldingvelden({ zaaktypen, veld, kiesSoort, kanaal, gelijk }: MeldingveldenProps) {
  return (
    <>
      <Keuzelijst
        id="zaaktype"
        name="zaaktype"
        label={nl.melding.zaaktype}
        fout={veld.zaaktype}
        onChange={(event) => kiesSoort(event.target.value)}
        opties={[
          { waarde: '', tekst: nl.melding.kiesEerst },
          ...zaaktypen.map((z) => ({ waarde: z.code, tekst: z.naam })),
        ]}
      />
      <LooptAl gelijk={gelijk} />
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
        defaultValue={kanaal}
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
