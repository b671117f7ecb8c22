// What is asked of a resident, one thing after the other, the first that ends on top.
import type { ReactNode } from 'react';
import { dagenTot, datumLang } from '../../datum';
import { Naar } from '../../route';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/nl';
import { Belnummer } from '../../ui/belnummer';
import { knopKlasse } from '../../ui/knop';
import { Letterlijk } from '../../ui/letterlijk';
import { Gedaan } from '../plan/bijdrage/Gedaan';
import type { Taak } from './taken';

const t = nl.portaal.taken;

export interface TakenlijstProps {
  taken: Taak[];
  /** The level of what stands above the list is one less. */
  kop: 'h2' | 'h3';
  telefoon: string | null | undefined;
}

export function Takenlijst({ taken, kop: Kop, telefoon }: TakenlijstProps) {
  const now = useNu();
  return (
    <ul className="ptaken">
      {taken.map((taak) => (
        <li key={taak.id} className="ptaak" data-taak={taak.soort}>
          {taak.soort === 'toestemming' ? (
            <Vraag
              voor={t.antwoordVoor(datumLang(taak.tot))}
              kop={<Kop>{t.wilMeelezen(taak.wie, taak.voor && nl.voornaam(taak.voor))}</Kop>}
            >
              <p>{t.vrij}</p>
              <p>
                <Naar className={knopKlasse('tweede')} to="/portaal/toestemming">
                  {t.geefAntwoord}
                </Naar>
              </p>
            </Vraag>
          ) : (
            <Vraag
              voor={
                dagenTot(taak.dag, now) < 0 ? t.wasVoor(datumLang(taak.dag)) : t.voor(datumLang(taak.dag))
              }
              kop={
                <Kop>
                  <Letterlijk>{taak.omschrijving}</Letterlijk>
                </Kop>
              }
            >
              <p>{t.afgesproken}</p>
              {taak.bijdragen && <Gedaan actie={taak.actie} bijdragen={taak.bijdragen} mag zelf />}
              <p>
                {t.luktNiet}{' '}
                {telefoon && (
                  <>
                    {t.bel} <Belnummer nummer={telefoon} />.{' '}
                  </>
                )}
                {taak.leidt && t.vraagNaar(taak.leidt)}
              </p>
              <p>
                <Naar to="/portaal/plan">{t.bekijkPlan}</Naar>
              </p>
            </Vraag>
          )}
        </li>
      ))}
    </ul>
  );
}

function Vraag({ voor, kop, children }: { voor: string; kop: ReactNode; children: ReactNode }) {
  return (
    <>
      <p className="quiet">{voor}</p>
      {kop}
      {children}
    </>
  );
}
