// What needs somebody now, the soonest first; what of it is a zaak of one's own is begun here.
import { useRef, useState } from 'react';
import type { Ik } from '../../api/types';
import { Naar } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { verdeelt } from '../caseload/recht';
import { uitProbleem, useFouten } from '../formulier';
import { heeftVoorraad } from '../rollen';
import type { Stand } from './bronnen';
import { Leeg } from './Leeg';
import { Puntrij } from './Puntrij';
import type { Punt } from './punten';

const t = nl.vandaag;
/** What somebody can look at in one go. */
const PUNTEN_MAX = 6;

/** What stands on top of the page. */
export const eerste = (punten: Punt[]) => punten.slice(0, PUNTEN_MAX);

/** What was there at the first look lights nothing up. */
function useLater(ids: string[]): (id: string) => boolean {
  const eerst = useRef<ReadonlySet<string>>(undefined);
  eerst.current ??= new Set(ids);
  const bekend = eerst.current;
  return (id) => !bekend.has(id);
}

export function Eerst({ ik, stand, now }: { ik: Ik; stand: Stand; now: Date }) {
  const later = useLater(stand.punten.map(({ id }) => id));
  const { begin, begint, melding } = useBegin();
  const getoond = eerste(stand.punten);
  const lijst = verdeelt(ik) ? '/caseload' : '/werkvoorraad';
  const heeftLijst = verdeelt(ik) || (heeftVoorraad(ik.rol) && stand.zaken.length > 0);
  return (
    <section className="sectie" aria-labelledby="nu-eerst" data-eerst>
      <header>
        <h2 id="nu-eerst">{t.eerst}</h2>
        {heeftLijst && (
          <Naar className="push sm" to={lijst}>
            {verdeelt(ik) ? t.naarLijst : t.alle(stand.zaken.length)}
          </Naar>
        )}
      </header>
      {melding}
      {getoond.length === 0 ? (
        <Leeg ik={ik} />
      ) : (
        <ul className="werklijst">
          {getoond.map((punt, plek) => (
            <Puntrij
              key={punt.id}
              punt={punt}
              eerste={plek === 0}
              vers={later(punt.id)}
              now={now}
              begin={begin}
              bezig={begint === punt.id}
            />
          ))}
        </ul>
      )}
      <Rest stand={stand} getoond={getoond} />
    </section>
  );
}

/** Beginning a zaak: what came of it stands above the list, and is said. */
function useBegin() {
  const { run, wacht } = useOpdracht();
  const { fouten, beurt, toon } = useFouten();
  const [begint, setBegint] = useState<string>();
  const [gedaan, setGedaan] = useState<string>();
  const begin = async ({ id, naam, begint: zaak, metNaam }: Punt) => {
    if (!zaak || begint) return false;
    setBegint(id);
    setGedaan(undefined);
    toon([]);
    try {
      if (!(await run(`/zaken/${zaak}/in-behandeling`, {}))) return false;
      const zin = metNaam ? t.begonnen(naam) : t.begonnenSoort(naam);
      setGedaan(zin);
      omroep.zeg('begonnen', zin);
      return true;
    } catch (error) {
      toon(uitProbleem(error, () => undefined));
      return false;
    } finally {
      setBegint(undefined);
    }
  };
  const melding = (
    <>
      {gedaan && (
        <p className="balk balk--goed" data-begonnen>
          {gedaan}
        </p>
      )}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
    </>
  );
  return { begin, begint, melding };
}

/** What is not shown is counted by where it stands: the sentence on top counts all signalen, so what misses here is said here. */
function Rest({ stand, getoond }: { stand: Stand; getoond: Punt[] }) {
  const isSignaal = ({ id }: Punt) => id.startsWith('signaal-');
  const rest = stand.punten.slice(getoond.length).filter((punt) => !isSignaal(punt)).length;
  const signalen = stand.telt.signalen - getoond.filter(isSignaal).length;
  if (rest === 0 && signalen === 0) return null;
  return (
    <p className="sm quiet onderknop">
      {rest > 0 && <>{t.meer(rest)}. </>}
      {signalen > 0 && (
        <Naar to="/signalen" data-nog-signalen={signalen}>
          {t.nogSignalen(signalen)}
        </Naar>
      )}
    </p>
  );
}
