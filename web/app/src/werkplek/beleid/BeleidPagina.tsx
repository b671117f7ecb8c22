// The authorisation matrix, to read: role × what × how somebody stands to it → how far. From the policy as the server has it loaded.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { haal, Probleem } from '../../api/http';
import type { BeleidWat, Ik, Rol } from '../../api/types';
import { Paginakop } from '../../route';
import '../../stijl/beleid.css';
import { beleid } from '../../teksten/beleid';
import { nl } from '../../teksten/werk';
import { en } from '../../teksten/woorden';
import { Knop } from '../../ui/knop';
import { Keuzelijst } from '../../ui/veld';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { type Keuze, type Regel, regels } from './regels';

const t = beleid;

export function BeleidPagina({ ik }: { ik: Ik }) {
  const vraag = useQuery({ queryKey: ['beleid'], queryFn: () => haal<BeleidWat>('/beleid') });
  const weg = vraag.error instanceof Probleem && vraag.error.status === 404;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {weg && (
        <div className="leeg">
          <h2>{t.zonderRecht}</h2>
          <p>{t.zonderRechtUitleg}</p>
        </div>
      )}
      {vraag.error && !weg && (
        <div className="leeg">
          <h2>{nl.fout.titel}</h2>
          <p>{nl.fout.uitleg}</p>
          <Knop soort="eerst" onClick={() => vraag.refetch()}>
            {nl.fout.opnieuw}
          </Knop>
        </div>
      )}
      {vraag.isPending && <Skelet />}
      {vraag.data && <Matrix beleid={vraag.data} />}
    </Schil>
  );
}

function Matrix({ beleid }: { beleid: BeleidWat }) {
  const [keuze, kies] = useState<Keuze>({ rol: 'jeugdconsulent', soort: '', ook: false });
  const lijst = regels(beleid, keuze);
  const soorten = [...new Set(beleid.beleidsobjecten.map((v) => v.soort))];
  const rolNaam = beleid.rollen.find((r) => r.rol === keuze.rol)?.naam ?? t.alleRollen;
  return (
    <>
      <p className="lead">{t.lead}</p>
      <p className="beleiduitleg">{t.uitleg}</p>
      <form className="beleidkeuze" onSubmit={(event) => event.preventDefault()}>
        <Keuzelijst
          id="beleid-rol"
          name="rol"
          label={t.rol}
          value={keuze.rol}
          onChange={({ target }) => kies({ ...keuze, rol: target.value as Rol | '' })}
          opties={[
            { waarde: '', tekst: t.alleRollen },
            ...beleid.rollen.map((r) => ({ waarde: r.rol, tekst: r.naam })),
          ]}
        />
        <Keuzelijst
          id="beleid-soort"
          name="soort"
          label={t.soort}
          value={keuze.soort}
          onChange={({ target }) => kies({ ...keuze, soort: target.value })}
          opties={[
            { waarde: '', tekst: t.alleSoorten },
            ...soorten.map((soort) => ({ waarde: soort, tekst: t.soorten[soort] })),
          ]}
        />
        <label className="aanvink">
          <input
            type="checkbox"
            checked={keuze.ook}
            onChange={({ target }) => kies({ ...keuze, ook: target.checked })}
          />
          {t.ook}
        </label>
      </form>
      <p role="status" className="sm quiet num">
        {t.regels(lijst.length)}
      </p>
      {lijst.length === 0 ? <p className="leeg">{t.leeg}</p> : <Tabel kop={rolNaam} lijst={lijst} />}
      <Signaalsoorten soorten={beleid.signaalsoorten} />
    </>
  );
}

/** The kinds of signaal as the gemeente keeps them: by a file, so that here they are only read. */
function Signaalsoorten({ soorten }: { soorten: BeleidWat['signaalsoorten'] }) {
  const s = t.signaalsoorten;
  return (
    <section className="sectie" aria-labelledby="signaalsoorten">
      <header>
        <h2 id="signaalsoorten">{s.titel}</h2>
      </header>
      <p className="beleiduitleg">{s.uitleg}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="tabelvak" tabIndex={0} aria-label={t.tabel(s.titel)}>
        <table>
          <thead>
            <tr>
              {[s.naam, s.urgentie, s.zichtbaar, s.bewaren].map((naam) => (
                <th scope="col" key={naam}>
                  {naam}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {soorten.map((soort) => (
              <tr key={soort.code} data-signaalsoort={soort.code}>
                <th scope="row">
                  {soort.naam}
                  {soort.gestopt && <small className="quiet"> {s.gestopt}</small>}
                </th>
                <td>{nl.urgentie[soort.urgentie]}</td>
                <td>{en(soort.zichtbaar.map((rol) => rol.naam))}</td>
                <td className="num">{s.jaren(soort.bewaarjaren)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Tabel({ kop, lijst }: { kop: string; lijst: Regel[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="tabelvak" tabIndex={0} aria-label={t.tabel(kop)}>
      <table>
        <thead>
          <tr>
            {[t.rol, t.soort, t.waarop, t.verhouding, t.recht].map((naam) => (
              <th scope="col" key={naam}>
                {naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lijst.map((regel) => (
            <tr
              key={`${regel.rol}|${regel.beleidsobject}|${regel.relatie}`}
              data-cel={`${regel.rol}|${regel.beleidsobject}|${regel.relatie}`}
            >
              <th scope="row">{regel.rolNaam}</th>
              <td>{t.soorten[regel.soort as keyof typeof t.soorten]}</td>
              <td>{regel.naam ?? t.beleidsobjecten[regel.beleidsobject] ?? regel.beleidsobject}</td>
              <td>{t.relaties[regel.relatie] ?? regel.relatie}</td>
              <td data-recht={regel.toegang}>{recht(regel)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** To do something, and to belong to something, is yes or no. */
function recht({ soort, toegang }: Regel): string {
  const ja = toegang !== 'niets';
  if (soort === 'handeling') return ja ? t.mag.ja : t.mag.nee;
  if (soort === 'kring') return ja ? t.hoort.ja : t.hoort.nee;
  return t.toegang[toegang];
}
