// Taking in a melding at the desk (C2-L1, C2-L2): find or register the resident, write it down, hand it on.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haal, stuur } from '../api/http';
import type {
  AdresWat,
  Ik,
  Kanaal,
  NieuweMelding,
  NieuwePersoon,
  PersoonKort,
  PersoonVraag,
  Uitgevoerd,
  Urgentie,
  Zaaktype,
  ZaaktypeWat,
} from '../api/types';
import { datumLang, leesDatum } from '../datum';
import { useOpdracht } from '../rt/hooks';
import { nl } from '../teksten/nl';
import { Icoon } from '../ui/Icoon';
import { Knop, knopKlasse } from '../ui/knop';
import { Stoel } from '../ui/stoel';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld, Tekstvlak, useFocusBij } from '../ui/veld';
import { perVeld, tekst, uitProbleem } from './formulier';
import { Medewerkerkeuze, useMedewerkers } from './Medewerkerkeuze';
import { Naar, Paginakop } from './route';
import { Schil } from './Schil';

type Stap =
  | { stap: 'zoeken' }
  | { stap: 'inwoner'; vraag: PersoonVraag }
  | { stap: 'melding'; persoon: PersoonKort }
  | { stap: 'klaar'; persoon: PersoonKort; zaak: string; nummer: string };

export function MeldingPagina({ ik }: { ik: Ik }) {
  const [stap, setStap] = useState<Stap>({ stap: 'zoeken' });
  const [beurt, setBeurt] = useState(0);
  const kruimels = [{ naam: nl.menu.werkvoorraad, to: '/' }, { naam: nl.melding.titel }];

  if (stap.stap === 'klaar') {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <Klaar
          key={stap.zaak}
          {...stap}
          nogEen={() => {
            setStap({ stap: 'zoeken' });
            setBeurt((n) => n + 1);
          }}
        />
      </Schil>
    );
  }
  return (
    <Schil ik={ik} kruimels={kruimels}>
      <div className="smal">
        <Paginakop key={beurt} titel={nl.melding.titel}>
          {nl.melding.titel}
        </Paginakop>
        <p className="lead">{nl.melding.lead}</p>
        {stap.stap === 'zoeken' && (
          <Zoeken
            kies={(persoon) => setStap({ stap: 'melding', persoon })}
            nieuw={(vraag) => setStap({ stap: 'inwoner', vraag })}
          />
        )}
        {stap.stap === 'inwoner' && (
          <NieuweInwoner
            vraag={stap.vraag}
            terug={() => setStap({ stap: 'zoeken' })}
            klaar={(persoon) => setStap({ stap: 'melding', persoon })}
          />
        )}
        {stap.stap === 'melding' && (
          <Melding
            persoon={stap.persoon}
            terug={() => setStap({ stap: 'zoeken' })}
            klaar={(zaak, nummer) => setStap({ stap: 'klaar', persoon: stap.persoon, zaak, nummer })}
          />
        )}
      </div>
    </Schil>
  );
}

function useFouten() {
  const [stand, setStand] = useState<{ fouten: Foutmelding[]; beurt: number }>({ fouten: [], beurt: 0 });
  const toon = (fouten: Foutmelding[]) => setStand((old) => ({ fouten, beurt: old.beurt + 1 }));
  return { ...stand, veld: perVeld(stand.fouten), toon };
}

// ---- step 1 ----

function Zoeken({ kies, nieuw }: { kies: (p: PersoonKort) => void; nieuw: (vraag: PersoonVraag) => void }) {
  const [op, setOp] = useState<'bsn' | 'naam'>('naam');
  const [vraag, setVraag] = useState<PersoonVraag>();
  const [gevonden, setGevonden] = useState<PersoonKort[]>();
  const [bezig, setBezig] = useState(false);
  const { fouten, beurt, veld, toon } = useFouten();

  const zoek = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bezig) return;
    const data = new FormData(event.currentTarget);
    const found: Foutmelding[] = [];
    let body: PersoonVraag;
    if (op === 'bsn') {
      const bsn = tekst(data, 'bsn').replace(/[\s.]/g, '');
      if (!/^\d{8,9}$/.test(bsn)) found.push({ veld: 'bsn', tekst: nl.melding.bsnFout });
      body = { bsn };
    } else {
      const naam = tekst(data, 'naam');
      const geboortedatum = leesDatum(tekst(data, 'geboortedatum'));
      if (!naam) found.push({ veld: 'naam', tekst: nl.fout.verplicht('een naam') });
      if (!geboortedatum) found.push({ veld: 'geboortedatum', tekst: nl.melding.geboortedatumFout });
      body = { naam, geboortedatum };
    }
    toon(found);
    if (found.length > 0) return;
    setBezig(true);
    try {
      const { items } = await stuur<{ items: PersoonKort[] }>('/personen/zoek', body);
      setVraag(body);
      setGevonden(items);
    } catch (error) {
      toon(uitProbleem(error, (v) => (['bsn', 'naam', 'geboortedatum'].includes(v) ? v : undefined)));
    } finally {
      setBezig(false);
    }
  };

  return (
    <section className="sectie" aria-labelledby="voorwie">
      <header>
        <h2 id="voorwie">{nl.melding.voorWie}</h2>
      </header>
      <form onSubmit={zoek} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <fieldset className="zoekop">
          <legend className="label">{nl.melding.zoekOp}</legend>
          {(['naam', 'bsn'] as const).map((keuze) => (
            <label key={keuze} className="keuze">
              <input
                type="radio"
                name="op"
                value={keuze}
                checked={op === keuze}
                onChange={() => setOp(keuze)}
              />
              {keuze === 'bsn' ? nl.melding.opBsn : nl.melding.opNaam}
            </label>
          ))}
        </fieldset>
        {op === 'bsn' ? (
          <Tekstveld
            id="bsn"
            name="bsn"
            label={nl.melding.bsn}
            uitleg={nl.melding.bsnUitleg}
            fout={veld.bsn}
            inputMode="numeric"
            className="invoer--kort kenmerk"
          />
        ) : (
          <>
            <Tekstveld
              id="naam"
              name="naam"
              label={nl.melding.naam}
              uitleg={nl.melding.naamUitleg}
              fout={veld.naam}
            />
            <Tekstveld
              id="geboortedatum"
              name="geboortedatum"
              label={nl.melding.geboortedatum}
              uitleg={nl.melding.geboortedatumUitleg}
              fout={veld.geboortedatum}
              className="invoer--kort"
              inputMode="numeric"
            />
          </>
        )}
        <div className="knoppen">
          <Knop type="submit" soort={gevonden ? 'tweede' : 'eerst'} icoon="zoek" bezig={bezig}>
            {nl.melding.zoek}
          </Knop>
        </div>
      </form>
      <div role="status">
        {gevonden && (
          <div className="gevonden">
            <h3>{gevonden.length === 0 ? nl.melding.niemand : nl.melding.gevonden(gevonden.length)}</h3>
            {gevonden.length === 0 && <p>{nl.melding.niemandUitleg}</p>}
            <ul>
              {gevonden.map((p) => (
                <li key={p.id} className="rij gevondenrij">
                  <Stoel naam={p.naam} inwoner />
                  <p>
                    <strong>{p.naam}</strong>
                    {p.geboortedatum && (
                      <span className="quiet sm"> {nl.melding.geboren(datumLang(p.geboortedatum))}</span>
                    )}
                  </p>
                  <Knop soort="tweede" onClick={() => kies(p)}>
                    {nl.melding.kies(p.naam)}
                  </Knop>
                </li>
              ))}
            </ul>
            <Knop soort={gevonden.length === 0 ? 'eerst' : 'stil'} onClick={() => nieuw(vraag ?? {})}>
              {nl.melding.registreer}
            </Knop>
          </div>
        )}
      </div>
    </section>
  );
}

// ---- step 1b ----

const INWONER_VELDEN = [
  'bsn',
  'voornamen',
  'voorvoegsel',
  'achternaam',
  'geboortedatum',
  'telefoon',
  'straat',
  'huisnummer',
  'postcode',
  'plaats',
];

function NieuweInwoner({
  vraag,
  terug,
  klaar,
}: {
  vraag: PersoonVraag;
  terug: () => void;
  klaar: (p: PersoonKort) => void;
}) {
  const kop = useFocusBij<HTMLHeadingElement>(0);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const found: Foutmelding[] = [];
    const voornamen = tekst(data, 'voornamen');
    const achternaam = tekst(data, 'achternaam');
    const geboren = tekst(data, 'geboortedatum');
    const geboortedatum = geboren ? leesDatum(geboren) : undefined;
    const adres: AdresWat = {
      straat: tekst(data, 'straat'),
      huisnummer: tekst(data, 'huisnummer'),
      postcode: tekst(data, 'postcode'),
      plaats: tekst(data, 'plaats'),
    };
    const ingevuld = Object.values(adres).filter(Boolean).length;
    if (!voornamen) found.push({ veld: 'voornamen', tekst: nl.fout.verplicht('de voornamen') });
    if (!achternaam) found.push({ veld: 'achternaam', tekst: nl.fout.verplicht('de achternaam') });
    if (geboren && !geboortedatum) found.push({ veld: 'geboortedatum', tekst: nl.melding.geboortedatumFout });
    if (ingevuld > 0 && ingevuld < 4) {
      const leeg = (Object.keys(adres) as (keyof AdresWat)[]).find((k) => !adres[k]);
      found.push({ veld: leeg, tekst: nl.melding.adresFout });
    }
    toon(found);
    if (found.length > 0) return;
    const body: NieuwePersoon = {
      voornamen,
      achternaam,
      ...(tekst(data, 'bsn') ? { bsn: tekst(data, 'bsn').replace(/[\s.]/g, '') } : {}),
      ...(tekst(data, 'voorvoegsel') ? { voorvoegsel: tekst(data, 'voorvoegsel') } : {}),
      ...(geboortedatum ? { geboortedatum } : {}),
      ...(tekst(data, 'telefoon') ? { telefoon: tekst(data, 'telefoon') } : {}),
      ...(ingevuld === 4 ? { adres } : {}),
    };
    try {
      const done = await run<Uitgevoerd>('/personen', body);
      if (!done) return;
      const naam = [voornamen, body.voorvoegsel, achternaam].filter(Boolean).join(' ');
      klaar({ id: done.id, naam, geboortedatum: geboortedatum ?? null });
    } catch (error) {
      toon(
        uitProbleem(error, (v) => {
          const naam = v.replace(/^adres\./, '');
          return INWONER_VELDEN.includes(naam) ? naam : undefined;
        }),
      );
    }
  };

  return (
    <section className="sectie" aria-labelledby="nieuweinwoner">
      <header>
        <h2 id="nieuweinwoner" ref={kop} tabIndex={-1}>
          {nl.melding.nieuwTitel}
        </h2>
      </header>
      <form onSubmit={bewaar} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Tekstveld id="voornamen" name="voornamen" label={nl.melding.voornamen} fout={veld.voornamen} />
        <div className="naast">
          <Tekstveld
            id="voorvoegsel"
            name="voorvoegsel"
            label={nl.melding.voorvoegsel}
            fout={veld.voorvoegsel}
            optioneel
          />
          <Tekstveld
            id="achternaam"
            name="achternaam"
            label={nl.melding.achternaam}
            fout={veld.achternaam}
            defaultValue={vraag.naam ?? undefined}
          />
        </div>
        <Tekstveld
          id="geboortedatum"
          name="geboortedatum"
          label={nl.melding.geboortedatum}
          uitleg={nl.melding.geboortedatumUitleg}
          fout={veld.geboortedatum}
          optioneel
          className="invoer--kort"
          defaultValue={vraag.geboortedatum?.split('-').reverse().join('-')}
        />
        <Tekstveld
          id="bsn"
          name="bsn"
          label={nl.melding.bsn}
          uitleg={nl.melding.bsnUitleg}
          fout={veld.bsn}
          optioneel
          className="invoer--kort kenmerk"
          defaultValue={vraag.bsn ?? undefined}
        />
        <Tekstveld
          id="telefoon"
          name="telefoon"
          type="tel"
          label={nl.melding.telefoon}
          uitleg={nl.melding.telefoonUitleg}
          fout={veld.telefoon}
          optioneel
          className="invoer--kort"
        />
        <fieldset className="stapel">
          <legend className="label">
            {nl.melding.adres} <span className="hoeftniet">{nl.melding.hoeftNiet}</span>
          </legend>
          <div className="naast naast--breedsmal">
            <Tekstveld id="straat" name="straat" label={nl.melding.straat} fout={veld.straat} />
            <Tekstveld
              id="huisnummer"
              name="huisnummer"
              label={nl.melding.huisnummer}
              fout={veld.huisnummer}
            />
          </div>
          <div className="naast naast--smalbreed">
            <Tekstveld id="postcode" name="postcode" label={nl.melding.postcode} fout={veld.postcode} />
            <Tekstveld id="plaats" name="plaats" label={nl.melding.plaats} fout={veld.plaats} />
          </div>
        </fieldset>
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {nl.melding.bewaarInwoner}
          </Knop>
          <Knop soort="stil" onClick={terug}>
            {nl.terug}
          </Knop>
        </div>
      </form>
    </section>
  );
}

// ---- step 2 ----

const MELDING_VELDEN = ['zaaktype', 'onderwerp', 'toelichting', 'kanaal', 'urgentie'];
const KANALEN: Kanaal[] = ['balie', 'telefoon', 'post', 'ketenpartner'];
const URGENTIES: Urgentie[] = ['gewoon', 'spoed', 'crisis'];

function Melding({
  persoon,
  terug,
  klaar,
}: {
  persoon: PersoonKort;
  terug: () => void;
  klaar: (zaak: string, nummer: string) => void;
}) {
  const kop = useFocusBij<HTMLHeadingElement>(persoon.id);
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
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
      const done = await run<Uitgevoerd>('/meldingen', body);
      if (done) klaar(done.id, done.zaaknummer ?? '');
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
      <form onSubmit={bewaar} noValidate className="formulier">
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

// ---- step 3 ----

function Klaar({
  persoon,
  zaak,
  nummer,
  nogEen,
}: {
  persoon: PersoonKort;
  zaak: string;
  nummer: string;
  nogEen: () => void;
}) {
  const titel = nl.melding.klaar(nummer);
  const medewerkers = useMedewerkers();
  const { run, bezig, wacht } = useOpdracht();
  const [gekozen, setGekozen] = useState<Set<string>>(new Set());
  const [toegewezen, setToegewezen] = useState<string[]>();
  const [keuzefout, setKeuzefout] = useState<string>();
  const { fouten, beurt, toon } = useFouten();
  const namen = (medewerkers.data ?? []).filter((m) => gekozen.has(m.id)).map((m) => m.naam);

  const wijsToe = async (event: FormEvent) => {
    event.preventDefault();
    toon([]);
    setKeuzefout(gekozen.size === 0 ? nl.toewijzen.niemand : undefined);
    if (gekozen.size === 0) return;
    try {
      const done = await run<Uitgevoerd>(`/zaken/${zaak}/toewijzen`, { behandelaars: [...gekozen] });
      if (done) setToegewezen(namen);
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
    }
  };

  return (
    <div className="smal">
      <Paginakop titel={titel} focus>
        {titel}
      </Paginakop>
      <p className="lead">{nl.melding.klaarLead(persoon.naam)}</p>
      {toegewezen ? (
        <p className="balk balk--goed" role="status">
          <Icoon naam="vink" />
          {nl.melding.naToewijzen(toegewezen)}
        </p>
      ) : (
        <section className="sectie" aria-labelledby="wie">
          <header>
            <h2 id="wie">{nl.melding.wijsToe}</h2>
          </header>
          <form onSubmit={wijsToe} className="formulier">
            <Foutlijst fouten={fouten} beurt={beurt} />
            <p className="quiet">{nl.toewijzen.uitleg}</p>
            <Medewerkerkeuze
              legend={nl.toewijzen.legend}
              gekozen={gekozen}
              kies={setGekozen}
              fout={keuzefout}
            />
            <Wachtregel wacht={wacht} />
            <div className="knoppen">
              <Knop type="submit" soort="eerst" bezig={bezig}>
                {nl.toewijzen.bevestig(namen)}
              </Knop>
              <Naar className={knopKlasse('stil')} to="/">
                {nl.melding.laatInTeam}
              </Naar>
            </div>
          </form>
        </section>
      )}
      {toegewezen && (
        <div className="knoppen">
          <Naar className={knopKlasse('tweede')} to={`/zaken/${zaak}`}>
            {nl.melding.bekijk}
          </Naar>
          <Knop soort="stil" onClick={nogEen}>
            {nl.melding.nogEen}
          </Knop>
        </div>
      )}
    </div>
  );
}

export function Wachtregel({ wacht }: { wacht: boolean }) {
  return <div role="status">{wacht && <p className="balk balk--uitleg">{nl.verbinding.wacht}</p>}</div>;
}
