// The text on its page: what is said about it on top, the bar, the paper, and the dossier beside it.
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { haal } from '../api/http';
import type { DocumentWat, Ik, PersoonWat, ZaakAntwoord } from '../api/types';
import { datumLang } from '../datum';
import { Paginakop } from '../route';
import type { DocumentProvider } from '../rt/document/document';
import { useStand } from '../rt/document/useStand';
import { useNu, useView } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';
import { lijstkruimel } from '../werkplek/caseload/recht';
import { plekkenVan, Schil } from '../werkplek/Schil';
import { Bewaarbalk, Bewaarhoek, standTekst } from './Bewaarstand';
import { type Collega, useGasten } from './gasten';
import { opmerken, useKantlijn } from './kantlijn/useKantlijn';
import { Naast } from './Naast';
import { useSchrijfstand } from './schrijfstand';
import { useSchrijfvlak } from './schrijfvlak';
import { Voetbalk } from './Voetbalk';
import { steltVoor } from './voorstel/voorstellen';
import { useVoorstelstand, wisselVoorstellen } from './voorstel/voorstelstand';
import { type Actie, Werkbalk } from './Werkbalk';

export interface DocumentProps {
  wat: DocumentWat;
  ik: Ik;
  provider: DocumentProvider;
}

export function Document({ wat, ik, provider }: DocumentProps) {
  const gasten = useGasten(provider, ik.id);
  const balk = useRef<HTMLDivElement>(null);
  const [plakTeGroot, setPlakTeGroot] = useState(false);
  const [toon, setToon] = useState(false);
  const plekken = useMemo(() => plekkenVan(wat.deelnemers, gasten), [wat.deelnemers, gasten]);
  const { zaak, persoon } = useWaarover(wat);
  const titel = nl.document.paginatitel(wat.titel, persoon?.naam ?? '');
  const letOp = useStand(provider, (s) => s.letOp);
  const quarantaine = wat.status === 'quarantaine' || letOp.includes('document.quarantaine');
  const schrijfbaar = wat.status === 'open' && !quarantaine;
  const tekstId = `tekst-${wat.id}`;
  const naarBalk = () => balk.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  const teGroot = () => setPlakTeGroot(true);
  const maak = useRef(() => {});
  const vlak = { wat, ikId: ik.id, provider, tekstId, schrijfbaar, toon, plekken, naarBalk, teGroot };
  const editor = useSchrijfvlak({ ...vlak, opmerken: () => maak.current() });
  const stand = useKantlijn(wat, editor);
  maak.current = () => opmerken(editor, stand);
  useBewaartoets(provider);

  const kruimels = [
    lijstkruimel(ik),
    ...(zaak ? [{ naam: zaak.zaaknummer, to: `/zaken/${zaak.id}` }] : []),
    { naam: wat.titel },
  ];
  const collegas = gasten.filter((g) => g.id !== ik.id && g.heeftCaret);

  return (
    <Schil ik={ik} kruimels={kruimels} gasten={gasten} kring={wat.deelnemers} eigenBalk>
      <div className="zkop">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Drukregel wat={wat} zaaknummer={zaak?.zaaknummer} voorstellen={stand.voorstellen.length} />
      </div>
      <Bewaarbalk provider={provider} kopie={() => editor?.getText({ blockSeparator: '\n' }) ?? ''} />
      <Letop
        letOp={letOp}
        schrijfbaar={schrijfbaar}
        quarantaine={quarantaine}
        plakTeGroot={plakTeGroot}
        gelezen={() => setPlakTeGroot(false)}
      />
      <div className="split">
        <section className="docvak" aria-label={wat.titel}>
          <Doctop editor={editor} titel={wat.titel} provider={provider} schrijfbaar={schrijfbaar} />
          {editor && <Balk editor={editor} balk={balk} collegas={collegas} tekstId={tekstId} />}
          <p className="vh" id="editor-uitleg">
            {schrijfbaar ? nl.document.uitleg : nl.document.bevroren}
          </p>
          <EditorContent editor={editor} className="papierhouder" data-auteurs={toon || undefined} />
          <Voetbalk editor={editor} schrijfbaar={schrijfbaar} toon={toon} zetToon={setToon} />
        </section>
        <Naast {...{ wat, ik, editor, provider, stand, schrijfbaar, persoon, zaak }} />
      </div>
    </Schil>
  );
}

interface DoctopProps {
  editor: Editor | null;
  titel: string;
  provider: DocumentProvider;
  schrijfbaar: boolean;
}

/** Above the bar: that one proposes, and whether all is kept. */
function Doctop({ editor, titel, provider, schrijfbaar }: DoctopProps) {
  const voorstelt = useVoorstelstand(editor);
  return (
    <div className="doctop">
      <h2 className="vh">{titel}</h2>
      {voorstelt && <p className="chip voorstelstand">{nl.kantlijn.voorstel.stand}</p>}
      {schrijfbaar && <Bewaarhoek provider={provider} />}
    </div>
  );
}

interface BalkProps {
  editor: Editor;
  balk: RefObject<HTMLDivElement | null>;
  collegas: Collega[];
  tekstId: string;
}

/** The bar with what this page adds: proposing, and the text alone on the screen. */
function Balk({ editor, balk, collegas, tekstId }: BalkProps) {
  const [vol, wissel] = useSchrijfstand();
  const extra: Actie[] = [
    {
      naam: nl.kantlijn.voorstel.knop,
      icoon: 'voorstel',
      actief: steltVoor,
      doe: wisselVoorstellen,
    },
    { naam: nl.kantlijn.stand.vol, icoon: 'vol', leest: true, actief: () => vol, doe: wissel },
  ];
  return (
    <Werkbalk
      editor={editor}
      balk={balk}
      collegas={collegas}
      ganaar={(client) => gaNaar(editor, client)}
      tekstId={tekstId}
      extra={extra}
    />
  );
}

/** The zaak that it is written for and the resident, as far as one may see them. */
function useWaarover(wat: DocumentWat) {
  const eersteZaak = wat.zaken[0];
  const zaak = useQuery({
    queryKey: ['zaak', eersteZaak],
    queryFn: () => haal<ZaakAntwoord>(`/zaken/${eersteZaak}`),
    enabled: eersteZaak !== undefined,
  });
  const persoonId = zaak.data && zaak.data.toegang !== 'dat' ? zaak.data.persoon : undefined;
  const persoon = useView<PersoonWat>(persoonId ? `persoon/${persoonId}@wat` : undefined);
  return { zaak: zaak.data, persoon: persoon.stand === 'klaar' ? persoon.b : undefined };
}

/** Everything is kept by itself; who presses the key of old hears how it stands. */
function useBewaartoets(provider: DocumentProvider) {
  useEffect(() => {
    const toets = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      omroep.zeg('bewaard', standTekst(provider.getState()));
    };
    window.addEventListener('keydown', toets);
    return () => window.removeEventListener('keydown', toets);
  }, [provider]);
}

/** To where a colleague writes. */
function gaNaar(editor: Editor, client: number) {
  const caret = document.querySelector(`[data-caret="${client}"]`);
  if (!caret) return;
  const pos = editor.view.posAtDOM(caret, 0);
  editor.chain().focus(pos).run();
  caret.scrollIntoView({ block: 'center' });
}

interface LetopProps {
  letOp: readonly string[];
  schrijfbaar: boolean;
  quarantaine: boolean;
  plakTeGroot: boolean;
  gelezen: () => void;
}

/** What one must know of the text itself before writing on. */
function Letop({ letOp, schrijfbaar, quarantaine, plakTeGroot, gelezen }: LetopProps) {
  return (
    <>
      <div role="status">
        {plakTeGroot && (
          <div className="balk balk--fout">
            <span>{nl.bewaren.plakTeGroot}</span>
            <Knop soort="stil" klein onClick={gelezen}>
              {nl.sluit}
            </Knop>
          </div>
        )}
        {schrijfbaar && letOp.includes('document.groot') && (
          <p className="balk balk--uitleg">{nl.document.groot}</p>
        )}
        {quarantaine && <p className="balk balk--uitleg">{nl.document.quarantaine}</p>}
      </div>
      {!schrijfbaar && !quarantaine && <p className="balk balk--uitleg">{nl.document.bevroren}</p>}
    </>
  );
}

interface DrukregelProps {
  wat: DocumentWat;
  zaaknummer: string | undefined;
  voorstellen: number;
}

/** On paper there is no bar with crumbs and chairs. */
function Drukregel({ wat, zaaknummer, voorstellen }: DrukregelProps) {
  const now = useNu();
  const namen = nl.en(wat.deelnemers.map((d) => d.naam));
  return (
    <div className="drukregel sm">
      <p>{nl.document.gedrukt(zaaknummer, namen, datumLang(now))}</p>
      {voorstellen > 0 && <p>{nl.kantlijn.voorstel.druk(voorstellen)}</p>}
    </div>
  );
}
