// The room around the table: top bar, rail, and the strip above the rim for crumbs and chairs.
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { Ik } from '../api/types';
import { useRt } from '../rt/hooks';
import { nl } from '../teksten/nl';
import { Icoon, type IcoonNaam, Merk } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { OmroepRegio } from '../ui/omroep';
import { KamerProvider, Stoel } from '../ui/stoel';
import { Verbindingsbalk } from '../ui/verbinding';
import { AanTafel, type Tafelgast } from './AanTafel';
import { verdeelt } from './caseload/recht';
import { uitloggen } from './ik';
import { Naar, usePad } from './route';

/** Who takes in meldingen; the server decides, this only keeps a useless button off the page. */
const NEEMT_MELDINGEN_AAN = new Set([
  'frontoffice',
  'kcc',
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'regisseur',
]);

export interface SchilProps {
  ik: Ik;
  kruimels?: { naam: string; to?: string }[];
  /** Who is here now, with the place each has in this room. */
  gasten?: Tafelgast[];
  /** The document page says itself what a lost line means for the text. */
  eigenBalk?: boolean;
  children: ReactNode;
}

export function Schil({ ik, kruimels, gasten, eigenBalk = false, children }: SchilProps) {
  const pad = usePad();
  const kamer = useMemo(() => new Map((gasten ?? []).map((g) => [g.id, g.plek])), [gasten]);
  return (
    <KamerProvider value={kamer}>
      <a className="utrecht-skip-link skip" href="#inhoud">
        {nl.naarInhoud}
      </a>
      <div className="shell">
        <header className="top">
          <Naar className="merk" to="/">
            <Merk />
            <span>
              {nl.naam}
              <small>{nl.gemeente(ik.gemeente.naam)}</small>
            </span>
          </Naar>
          <div className="wieben push">
            <Stoel naam={ik.naam} id={ik.id} />
            <p>
              {ik.naam}
              <small>{ik.rol_naam}</small>
            </p>
            <Knop soort="stil" icoon="uit" onClick={uitloggen}>
              {nl.menu.uitloggen}
            </Knop>
          </div>
        </header>
        <nav className="rail" aria-label={nl.menu.naam}>
          <Menu
            to="/"
            icoon={verdeelt(ik) ? 'staven' : 'bak'}
            naam={verdeelt(ik) ? nl.menu.caseload : nl.menu.werkvoorraad}
            hier={pad !== '/melding'}
          />
          {NEEMT_MELDINGEN_AAN.has(ik.rol) && (
            <Menu to="/melding" icoon="plus" naam={nl.menu.melding} hier={pad === '/melding'} />
          )}
        </nav>
        <div className="werk">
          {(kruimels || gasten) && (
            <div className="boven">
              {kruimels && (
                <nav aria-label={nl.menu.kruimelpad}>
                  <ol className="kruimel">
                    {kruimels.map((k) => (
                      <li key={k.naam}>{k.to ? <Naar to={k.to}>{k.naam}</Naar> : k.naam}</li>
                    ))}
                  </ol>
                </nav>
              )}
              {gasten && <AanTafel gasten={gasten} ikId={ik.id} />}
            </div>
          )}
          <main className="blad" id="inhoud" tabIndex={-1}>
            {!eigenBalk && <Verbindingsbalk />}
            <Achtergebleven />
            {children}
          </main>
        </div>
      </div>
      <OmroepRegio />
    </KamerProvider>
  );
}

function Menu({ to, icoon, naam, hier }: { to: string; icoon: IcoonNaam; naam: string; hier: boolean }) {
  return (
    <Naar to={to} aria-current={hier ? 'page' : undefined}>
      <Icoon naam={icoon} />
      <span>{naam}</span>
    </Naar>
  );
}

/** A document that was left before everything in it was stored. */
function Achtergebleven() {
  const { documents, connection } = useRt();
  const left = useSyncExternalStore(documents.listen, documents.achtergebleven);
  const { fase, storing } = useSyncExternalStore(connection.onStatus, connection.getStatus);
  return (
    <div role="status">
      {left > 0 && (fase !== 'open' || storing !== undefined) && (
        <p className="balk balk--fout">
          <Icoon naam="keten" />
          {storing === undefined ? nl.bewaren.gevaar : nl.bewaren.nogNiet}
        </p>
      )}
    </div>
  );
}
