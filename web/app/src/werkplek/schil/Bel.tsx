// What one is told, in one place: given to one, asked of one, seen by one (KING-RS6). How much of it is new stands on the bell, live.
import { useEffect, useId, useRef } from 'react';
import type { Ik } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import { useNu, useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { type Bericht, inSoorten } from './berichten';
import { useUitklap } from './Gebruikersmenu';
import { merkGelezen, useBerichten, useNieuweZaken } from './nieuws';

const t = nl.bel;

export function Bel({ ik }: { ik: Ik }) {
  const { open, setOpen, houder, knop } = useUitklap();
  const { berichten, aantal, klaar } = useBerichten(ik);
  const id = useId();
  const nu = useRef(berichten);
  nu.current = berichten;
  // Whoever looked has read what has no mark of its own at the server, however the list was shut.
  useEffect(() => (open ? () => merkGelezen(nu.current) : undefined), [open]);
  useGezegd(klaar ? aantal : undefined);
  return (
    <div className="uitklap bel" ref={houder}>
      <button
        type="button"
        className="knop knop--icoon"
        ref={knop}
        aria-expanded={open}
        aria-controls={id}
        aria-label={t.knop(aantal)}
        data-berichten={klaar ? aantal : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icoon naam="bel" />
        {aantal > 0 && (
          <span className="bel-aantal" aria-hidden="true">
            {t.aantal(aantal)}
          </span>
        )}
      </button>
      <section className="uitklapvak uitklapvak--breed" id={id} hidden={!open} aria-label={t.titel}>
        {open && <Inhoud ik={ik} berichten={berichten} />}
      </section>
    </div>
  );
}

/** More than before is said once, politely. */
function useGezegd(aantal: number | undefined) {
  const was = useRef<number>(undefined);
  useEffect(() => {
    if (aantal === undefined) return;
    if (was.current !== undefined && aantal > was.current) omroep.zeg('bel', t.erbij(aantal - was.current));
    was.current = aantal;
  }, [aantal]);
}

/** No landmark: the page below can have one of that name. */
const vak = (naam: string) => ({ role: 'group', 'aria-label': naam }) as const;

function Inhoud({ ik, berichten }: { ik: Ik; berichten: Bericht[] }) {
  const now = useNu();
  // The names of what is new come with one's own list, which is followed no longer than one looks.
  const zaken = useNieuweZaken(ik);
  const alle = [...zaken, ...berichten.filter(({ soort }) => soort !== 'zaak')];
  return (
    <>
      <h2>{t.titel}</h2>
      {alle.length === 0 && (
        <p className="quiet">
          {t.leeg} {t.leegUitleg}
        </p>
      )}
      {inSoorten(alle).map(([soort, van]) => (
        <div key={soort} {...vak(t.soort[soort])} data-soort={soort}>
          <h3 className="sm quiet">{t.soort[soort]}</h3>
          <ul className="berichtenlijst">
            {van.map((bericht) => (
              <Regel key={bericht.id} bericht={bericht} now={now} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Regel({ bericht, now }: { bericht: Bericht; now: Date }) {
  const { run, bezig } = useOpdracht();
  return (
    <li data-bericht={bericht.id} data-gelezen={bericht.gelezen || undefined}>
      <p>
        {!bericht.gelezen && <span className="nieuw">{nl.werkvoorraad.nieuw}</span>}{' '}
        <Naar to={bericht.naar}>{bericht.tekst}</Naar>
        {bericht.op && <span className="sm quiet"> {wanneer(bericht.op, now)}</span>}
      </p>
      {bericht.zaak && (
        <Knop
          soort="stil"
          klein
          bezig={bezig}
          aria-label={t.gelezenLang(bericht.tekst)}
          onClick={() => void run(`/zaken/${bericht.zaak}/gezien`, {}).catch(() => undefined)}
        >
          {t.gelezen}
        </Knop>
      )}
    </li>
  );
}
