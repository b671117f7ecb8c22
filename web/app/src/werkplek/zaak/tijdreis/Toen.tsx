// What a look back shows: the zaak, what differs now, who could see it, the reports, and the moments to go to.
import type { TaakWat, TijdreisWat, Zaakstatus } from '../../../api/types';
import { datumKort, datumLang, datumVol, tijd, wanneer } from '../../../datum';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';
import { Voorstel } from '../besluit/Voorstel';
import { Gegevens } from '../delen';

const vol = (at: string) => `${datumVol(at)}, ${tijd(at)} uur`;

export function Toen({ reis }: { reis: TijdreisWat }) {
  const t = nl.tijdreis;
  const { zaak } = reis;
  return (
    <div data-tijdreis={reis.versie}>
      <section className="sectie" aria-labelledby="stand">
        <header>
          <h2 id="stand">{t.stand(vol(reis.op))}</h2>
        </header>
        {reis.bekend_op !== reis.op && <p className="quiet">{t.bekendOp(vol(reis.bekend_op))}</p>}
        {zaak ? (
          <>
            <Gegevens
              regels={[
                [nl.zaak.soort, zaak.zaaktype_naam],
                [nl.zaak.status, nl.status[zaak.status]],
                [
                  nl.zaak.behandelaars,
                  nl.en(zaak.behandelaars.map((b) => b.naam)) || nl.werkvoorraad.niemand,
                ],
                [nl.zaak.melding, zaak.onderwerp],
                [nl.zaak.binnen, datumLang(zaak.ontvangen_op)],
              ]}
            />
            {zaak.besluit && <Voorstel besluit={zaak.besluit} now={new Date(reis.op)} />}
            <TakenToen taken={zaak.taken ?? []} />
          </>
        ) : (
          <p>{t.nogNiet}</p>
        )}
      </section>
      <section className="sectie" aria-labelledby="verschillen">
        <header>
          <h2 id="verschillen">{t.verschillen}</h2>
        </header>
        <Verschillen reis={reis} />
      </section>
      <section className="sectie" aria-labelledby="zicht">
        <header>
          <h2 id="zicht">{t.zicht}</h2>
        </header>
        <p className="quiet">{t.zichtUitleg}</p>
        <Zichtlijst reis={reis} />
      </section>
      <section className="sectie" aria-labelledby="verslagen">
        <header>
          <h2 id="verslagen">{t.documenten}</h2>
        </header>
        {reis.documenten.length === 0 && <p className="quiet">{t.geenDocumenten}</p>}
        {reis.documenten.map((d) => (
          <article key={d.id} data-verslag={d.id}>
            <h3>{d.titel}</h3>
            <p className="quiet sm">{nl.en(d.deelnemers.map((m) => m.naam))}</p>
            <p className="verslagtekst">{d.tekst ?? t.geenTekst}</p>
          </article>
        ))}
      </section>
    </div>
  );
}

function TakenToen({ taken }: { taken: TaakWat[] }) {
  if (taken.length === 0) return null;
  return (
    <>
      <h3>{nl.tijdreis.taken}</h3>
      <ul>
        {taken.map((taak) => (
          <li key={taak.id} data-taak={taak.id} data-stap={taak.stap}>
            {taak.omschrijving}{' '}
            <span className="quiet sm">
              {taak.eigenaar?.naam ?? nl.taak.zonderEigenaar}, {nl.taak.uiterlijk(datumKort(taak.dag))},{' '}
              {nl.taak.stap[taak.stap]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Verschillen({ reis }: { reis: TijdreisWat }) {
  const t = nl.tijdreis;
  if (reis.verschillen.length === 0) return <p className="quiet">{t.geenVerschil}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="tabelvak" tabIndex={0} aria-label={t.verschillenTabel}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.veld}</th>
            <th scope="col">{t.toen}</th>
            <th scope="col">{t.nu}</th>
          </tr>
        </thead>
        <tbody>
          {reis.verschillen.map((v) => (
            <tr key={v.veld} data-verschil={v.veld}>
              <th scope="row">{t.velden[v.veld] ?? v.veld}</th>
              <td>{waarde(v.veld, v.toen)}</td>
              <td>{waarde(v.veld, v.nu)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function waarde(veld: string, tekst: string | null | undefined): string {
  if (!tekst) return nl.tijdreis.leeg;
  if (veld === 'status') return nl.status[tekst as Zaakstatus] ?? tekst;
  if (veld === 'urgentie') return nl.urgentie[tekst as keyof typeof nl.urgentie] ?? tekst;
  if (veld === 'besluit') return nl.besluit.stap[tekst as keyof typeof nl.besluit.stap] ?? tekst;
  if (veld === 'uiterlijk_op') return datumLang(tekst);
  return tekst;
}

function Zichtlijst({ reis }: { reis: TijdreisWat }) {
  const t = nl.tijdreis;
  const inhoud = reis.zicht.filter((z) => z.toegang !== 'dat');
  const dat = reis.zicht.filter((z) => z.toegang === 'dat');
  const lijst = (wie: TijdreisWat['zicht']) => (
    <ul>
      {wie.map((z) => (
        <li key={z.wie.id} data-zicht={z.toegang}>
          {z.wie.naam} <span className="quiet sm">({z.rol_naam})</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>{t.zichtInhoud}</h3>
      {inhoud.length === 0 ? <p>{t.niemand}</p> : lijst(inhoud)}
      {dat.length > 0 && (
        <details>
          <summary>{t.zichtDat}</summary>
          {lijst(dat)}
        </details>
      )}
      {reis.zicht_onvolledig && <p className="quiet">{t.onvolledig}</p>}
    </>
  );
}

export function Stappen({ reis, ga, now }: { reis: TijdreisWat; ga: (op: string) => void; now: Date }) {
  const t = nl.tijdreis;
  const hier = reis.stappen.findIndex((s) => s.versie === reis.versie);
  const vorige = reis.stappen[hier - 1];
  const volgende = reis.stappen[hier + 1];
  return (
    <section aria-labelledby="stappen">
      <h2 id="stappen">{t.stappen}</h2>
      <div className="knoppen">
        <Knop klein aria-disabled={!vorige} onClick={() => vorige && ga(vorige.at)}>
          {t.vorige}
        </Knop>
        <Knop klein aria-disabled={!volgende} onClick={() => volgende && ga(volgende.at)}>
          {t.volgende}
        </Knop>
      </div>
      <ol className="tijdlijn">
        {reis.stappen.map((s) => {
          const zin = nl.gebeurtenis(
            s.soort,
            nl.door(s.door) ?? nl.zaak.iemand,
            s.namen ?? [],
            s.tekst ?? undefined,
          );
          const nu = s.versie === reis.versie;
          return (
            <li key={s.versie} aria-current={nu ? 'step' : undefined} data-stap={s.versie}>
              {s.door ? <Stoel naam={s.door.naam} id={s.door.id} klein /> : <span className="punt" />}
              {zin}
              <time dateTime={s.at}>{wanneer(s.at, now)}</time>
              {nu ? (
                <span className="chip">{t.hier}</span>
              ) : (
                <Knop soort="stil" klein aria-label={`${t.naar}: ${zin}`} onClick={() => ga(s.at)}>
                  {t.naar}
                </Knop>
              )}
            </li>
          );
        })}
      </ol>
      {reis.meer_stappen && <p className="quiet sm">{t.meerStappen}</p>}
    </section>
  );
}
