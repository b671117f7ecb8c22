// The room around the table: top bar, rail, and the strip above the rim for crumbs and chairs.
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { Ik } from '../api/types';
import { type Menuregel, menuVan, usePaginas } from '../pagina';
import { Naar, usePad } from '../route';
import { useDocumenten } from '../rt/document/documenten';
import { useRt } from '../rt/hooks';
import { uitloggen } from '../sessie/uitloggen';
import { nl } from '../teksten/werk';
import { Dialoog, Terugknop } from '../ui/dialoog';
import { Icoon, Merk } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { OmroepRegio } from '../ui/omroep';
import { plekkenAan } from '../ui/plek';
import { KamerProvider } from '../ui/stoel';
import { Verbindingsbalk } from '../ui/verbinding';
import { Versiebalk } from '../ui/versiebalk';
import { AanTafel, type Tafelgast } from './AanTafel';
import { Alarm } from './beschermd/Alarm';
import { isIetsOnbewaard, wisConcepten } from './concept';
import { Bel } from './schil/Bel';
import { Doen, useOver } from './schil/Doen';
import { Gebruikersmenu } from './schil/Gebruikersmenu';
import { Zoekknop } from './schil/Zoekknop';
import { Meldingen } from './toekenning/Meldingen';

/** The colours of a page: those of its table. */
export const plekkenVan = (kring: readonly { id: string }[] = [], gasten: readonly { id: string }[] = []) =>
  plekkenAan(
    kring.map((wie) => wie.id),
    gasten.map((wie) => wie.id),
  );

export interface Kruimel {
  naam: string;
  to?: string;
}

export interface SchilProps {
  ik: Ik;
  /** The way to here; without it a page of the menu has its own, and the first page none. */
  kruimels?: Kruimel[];
  /** Who is here now. */
  gasten?: Tafelgast[];
  /** Who belongs here, present or not: with the guests they share out the colours. */
  kring?: readonly { id: string }[];
  /** The document page says itself what a lost line means for the text. */
  eigenBalk?: boolean;
  children: ReactNode;
}

export function Schil({ ik, kruimels, gasten, kring, eigenBalk = false, children }: SchilProps) {
  const pad = usePad();
  const [vraag, setVraag] = useState(false);
  /** On a phone only; each page begins with it shut. */
  const [open, setOpen] = useState(false);
  const [over, toonOver] = useOver();
  const uit = () => (isIetsOnbewaard() ? setVraag(true) : void uitloggen());
  const paginas = usePaginas();
  const menu = useMemo(() => menuVan(paginas, pad, ik), [paginas, pad, ik]);
  const kamer = useMemo(() => plekkenVan(kring, gasten), [kring, gasten]);
  return (
    <KamerProvider value={kamer}>
      <a className="utrecht-skip-link skip" href="#inhoud">
        {nl.naarInhoud}
      </a>
      <div className="shell" data-menu={open ? 'open' : undefined}>
        <header className="top">
          <Naar className="merk" to="/">
            <Merk />
            <span>
              {nl.naam}
              <small>{nl.gemeente(ik.gemeente.naam)}</small>
            </span>
          </Naar>
          <Zoekknop ik={ik} open={() => toonOver('palet')} />
          <Bel ik={ik} />
          <Knop
            soort="stil"
            icoon={open ? 'kruis' : 'menu'}
            className="menuknop"
            aria-expanded={open}
            aria-controls="hoofdmenu"
            onClick={() => setOpen(!open)}
          >
            <span className="menuknop-woord">{nl.menu.knop}</span>
          </Knop>
          <Gebruikersmenu ik={ik} uit={uit} toonHulp={() => toonOver('hulp')} />
        </header>
        <nav className="rail" id="hoofdmenu" aria-label={nl.menu.naam}>
          {menu.map((m) => (
            <Menu key={m.to} {...m} />
          ))}
        </nav>
        <div className="werk">
          <Boven kruimels={kruimels ?? eigenKruimels(menu, pad)}>
            {gasten && <AanTafel gasten={gasten} ikId={ik.id} />}
          </Boven>
          <main className="blad" id="inhoud" tabIndex={-1}>
            {!eigenBalk && <Verbindingsbalk />}
            <Versiebalk />
            <Achtergebleven />
            <Meldingen ik={ik} />
            <Alarm ik={ik} />
            {children}
          </main>
        </div>
      </div>
      <Doen ik={ik} over={over} toon={toonOver} uit={uit} />
      {vraag && <Uitlogvraag sluit={() => setVraag(false)} />}
      <OmroepRegio />
    </KamerProvider>
  );
}

/** A page of the menu stands one step from the first. */
function eigenKruimels(menu: Menuregel[], pad: string): Kruimel[] {
  const hier = menu.find(({ to }) => to === pad);
  return hier && pad !== '/' ? [{ naam: nl.vandaag.menu, to: '/' }, { naam: hier.naam }] : [];
}

/** The strip above the rim: crumbs, and chairs. */
function Boven({ kruimels, children }: { kruimels: Kruimel[]; children: ReactNode }) {
  if (kruimels.length === 0 && !children) return null;
  return (
    <div className="boven">
      {kruimels.length > 0 && (
        <nav aria-label={nl.menu.kruimelpad}>
          <ol className="kruimel">
            {kruimels.map((k) => (
              <li key={k.naam} aria-current={k.to ? undefined : 'page'}>
                {k.to ? <Naar to={k.to}>{k.naam}</Naar> : k.naam}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {children}
    </div>
  );
}

/** Something is half filled in: that is asked before it is gone. */
function Uitlogvraag({ sluit }: { sluit: () => void }) {
  return (
    <Dialoog titel={nl.menu.tochUitloggen} sluit={sluit}>
      <p>{nl.menu.tochUitleg}</p>
      <div className="knoppen">
        <Knop
          soort="eerst"
          onClick={() => {
            wisConcepten();
            void uitloggen();
          }}
        >
          {nl.menu.jaUitloggen}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}

function Menu({ to, icoon, naam, hier }: Menuregel) {
  return (
    <Naar to={to} aria-current={hier ? 'page' : undefined}>
      <Icoon naam={icoon} />
      <span>{naam}</span>
    </Naar>
  );
}

/** A document that was left before everything in it was stored. */
function Achtergebleven() {
  const { connection } = useRt();
  const documents = useDocumenten();
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
