// The document that people write together.
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import '@fontsource-variable/literata/wght.css';
import '../stijl/document.css';
import { haal, Probleem } from '../api/http';
import type { DocumentWat, Ik, PersoonWat, ZaakAntwoord } from '../api/types';
import { datumLang } from '../datum';
import { Naar, Paginakop } from '../route';
import type { DocumentProvider } from '../rt/document';
import { useNieuws, useNu, useRt, useView } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { omroep } from '../ui/omroep';
import { PLEKKEN, plekVan } from '../ui/plek';
import { Stoel } from '../ui/stoel';
import { Termijn } from '../ui/termijn';
import { Skelet, WegPagina } from '../werkplek/randpaginas';
import { plekkenVan, Schil } from '../werkplek/Schil';
import { Bewaarbalk, Bewaarhoek, Kopieerknop, standTekst } from './Bewaarstand';
import { useGasten } from './gasten';
import { kaleTekst } from './kaletekst';
import { VasteKoppen } from './koppen';
import { Maat } from './maat';
import { ALINEAS_OPNIEUW, Auteurs, alineasKey, CaretBlijft, Carets } from './plugins';
import { Gasten, Papier, Sectie, SectieInhoud, SectieKop, Tussenkop, Veld } from './schema';
import { VasteVelden } from './velden';
import { Werkbalk } from './Werkbalk';

export default function DocumentPagina({ id, ik }: { id: string; ik: Ik }) {
  const { documents } = useRt();
  const wat = useQuery({ queryKey: ['document', id], queryFn: () => haal<DocumentWat>(`/documenten/${id}`) });
  const provider = useMemo(
    () => documents.open(id, { id: ik.id, name: ik.naam }),
    [documents, id, ik.id, ik.naam],
  );
  useEffect(() => documents.hold(id), [documents, id]);
  // Who takes part may change while one writes.
  const nieuws = useNieuws(ik);
  const { refetch } = wat;
  const gehoord = useRef(nieuws);
  useEffect(() => {
    if (gehoord.current !== 0 && nieuws !== gehoord.current) void refetch();
    gehoord.current = nieuws;
  }, [nieuws, refetch]);
  const state = useSyncExternalStore(provider.listen, provider.getState);

  useEffect(() => {
    if (wat.data) provider.addAuteurs(wat.data.auteurs);
  }, [wat.data, provider]);

  const weg = state.weg || (wat.error instanceof Probleem && wat.error.status === 404);
  if (weg) {
    return (
      <WegPagina ik={ik}>
        {state.onbewaard > 0 && (
          <div className="balk balk--fout" role="alert">
            <Icoon naam="keten" />
            <span>{nl.weg.onbewaard}</span>
            <Kopieerknop kopie={() => kaleTekst(provider.doc)} />
          </div>
        )}
      </WegPagina>
    );
  }
  if (!state.geladen || !wat.data) {
    return (
      <Schil ik={ik} kruimels={[{ naam: nl.menu.werkvoorraad, to: '/' }]}>
        <h1 className="vh">{nl.document.laden}</h1>
        {wat.error ? (
          <div className="smal stack" role="alert">
            <p className="lead">{nl.fout.titel}</p>
            <p>{nl.fout.uitleg}</p>
            <Knop soort="tweede" onClick={() => wat.refetch()}>
              {nl.fout.opnieuw}
            </Knop>
          </div>
        ) : (
          <Skelet regels={8} />
        )}
      </Schil>
    );
  }
  return <Document wat={wat.data} ik={ik} provider={provider} />;
}

function Document({ wat, ik, provider }: { wat: DocumentWat; ik: Ik; provider: DocumentProvider }) {
  const state = useSyncExternalStore(provider.listen, provider.getState);
  const gasten = useGasten(provider, ik.id);
  const balk = useRef<HTMLDivElement>(null);
  const [plakTeGroot, setPlakTeGroot] = useState(false);
  const [toon, setToon] = useState(true);
  const tonen = useRef(toon);
  const plekken = useRef(new Map<string, number>());
  plekken.current = useMemo(() => plekkenVan(wat.deelnemers, gasten), [wat.deelnemers, gasten]);

  const eersteZaak = wat.zaken[0];
  const zaak = useQuery({
    queryKey: ['zaak', eersteZaak],
    queryFn: () => haal<ZaakAntwoord>(`/zaken/${eersteZaak}`),
    enabled: eersteZaak !== undefined,
  });
  const persoonId = zaak.data && zaak.data.toegang !== 'dat' ? zaak.data.persoon : undefined;
  const persoon = useView<PersoonWat>(persoonId ? `persoon/${persoonId}@wat` : undefined);
  const naam = persoon.stand === 'klaar' ? persoon.b.naam : '';
  const titel = nl.document.paginatitel(wat.titel, naam);
  const quarantaine = wat.status === 'quarantaine' || state.letOp.includes('document.quarantaine');
  const schrijfbaar = wat.status === 'open' && !quarantaine;

  const extensions = useMemo(() => {
    const plek = (id: string | undefined) => (id ? (plekken.current.get(id) ?? plekVan(id)) : PLEKKEN);
    return [
      Papier,
      Sectie,
      SectieKop,
      SectieInhoud,
      Veld,
      Tussenkop,
      ...Gasten,
      // Undo is Yjs's, so that it takes back only what one wrote oneself.
      StarterKit.configure({
        document: false,
        heading: false,
        undoRedo: false,
        trailingNode: false,
        link: { openOnClick: false, autolink: false },
        dropcursor: false,
        gapcursor: false,
      }),
      Collaboration.configure({ document: provider.doc, field: 'default' }),
      Maat.configure({ meld: () => setPlakTeGroot(true) }),
      VasteKoppen,
      VasteVelden,
      CaretBlijft.configure({ provider }),
      Carets.configure({ provider, plek }),
      Auteurs.configure({ provider, plek, toon: () => tonen.current }),
    ];
  }, [provider]);

  const tekstId = `tekst-${wat.id}`;
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      editable: schrijfbaar,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          id: tekstId,
          class: 'papier',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': String(!schrijfbaar),
          'aria-label': nl.document.tekst(wat.titel),
          'aria-describedby': 'editor-uitleg',
          lang: 'nl',
          spellcheck: 'true',
        },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Escape') return false;
          balk.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
          return true;
        },
      },
    },
    [extensions, schrijfbaar],
  );

  useEffect(() => {
    editor?.setEditable(schrijfbaar);
  }, [editor, schrijfbaar]);

  useEffect(() => {
    tonen.current = toon;
    if (editor) editor.view.dispatch(editor.state.tr.setMeta(ALINEAS_OPNIEUW, true));
  }, [toon, editor]);

  useEffect(() => {
    const toets = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      omroep.zeg('bewaard', standTekst(provider.getState()));
    };
    window.addEventListener('keydown', toets);
    return () => window.removeEventListener('keydown', toets);
  }, [provider]);

  const ganaar = (client: number) => {
    const caret = document.querySelector(`[data-caret="${client}"]`);
    if (!editor || !caret) return;
    const pos = editor.view.posAtDOM(caret, 0);
    editor.chain().focus(pos).run();
    caret.scrollIntoView({ block: 'center' });
  };

  const kruimels = [
    { naam: nl.menu.werkvoorraad, to: '/' },
    ...(zaak.data ? [{ naam: zaak.data.zaaknummer, to: `/zaken/${zaak.data.id}` }] : []),
    { naam: wat.titel },
  ];
  const collegas = gasten.filter((g) => g.id !== ik.id && g.heeftCaret);

  return (
    <Schil ik={ik} kruimels={kruimels} gasten={gasten} kring={wat.deelnemers} eigenBalk>
      <div className="zkop">
        <Paginakop titel={titel}>{titel}</Paginakop>
        <Drukregel wat={wat} zaaknummer={zaak.data?.zaaknummer} />
      </div>
      <Bewaarbalk state={state} kopie={() => editor?.getText({ blockSeparator: '\n' }) ?? ''} />
      <div role="status">
        {plakTeGroot && (
          <div className="balk balk--fout">
            <span>{nl.bewaren.plakTeGroot}</span>
            <Knop soort="stil" klein onClick={() => setPlakTeGroot(false)}>
              {nl.sluit}
            </Knop>
          </div>
        )}
        {schrijfbaar && state.letOp.includes('document.groot') && (
          <p className="balk balk--uitleg">{nl.document.groot}</p>
        )}
        {quarantaine && <p className="balk balk--uitleg">{nl.document.quarantaine}</p>}
      </div>
      {!schrijfbaar && !quarantaine && <p className="balk balk--uitleg">{nl.document.bevroren}</p>}
      <div className="split">
        <section className="docvak" aria-label={wat.titel}>
          <div className="doctop">
            <h2 className="vh">{wat.titel}</h2>
            {schrijfbaar && <Bewaarhoek state={state} />}
          </div>
          {editor && (
            <Werkbalk editor={editor} balk={balk} collegas={collegas} ganaar={ganaar} tekstId={tekstId} />
          )}
          <p className="vh" id="editor-uitleg">
            {schrijfbaar ? nl.document.uitleg : nl.document.bevroren}
          </p>
          <EditorContent editor={editor} className="papierhouder" data-auteurs={toon || undefined} />
          <div className="voetbalk">
            {editor && schrijfbaar && <Invullen editor={editor} />}
            {editor && toon && <HuidigeAlinea editor={editor} />}
            <label className="keuze push">
              <input type="checkbox" checked={toon} onChange={(event) => setToon(event.target.checked)} />
              {nl.document.auteurs}
            </label>
          </div>
        </section>
        <aside className="dossier" aria-label={nl.zaak.gegevens}>
          {persoon.stand === 'klaar' && (
            <section aria-labelledby="doc-inwoner">
              <h2 id="doc-inwoner">{nl.document.inwoner}</h2>
              <div className="mens">
                <Stoel naam={persoon.b.naam} inwoner />
                <p>
                  <strong>{persoon.b.naam}</strong>
                  {persoon.b.telefoon && (
                    <>
                      <br />
                      {persoon.b.telefoon}
                    </>
                  )}
                </p>
              </div>
            </section>
          )}
          <section aria-labelledby="doc-deelnemers">
            <h2 id="doc-deelnemers">{nl.document.deelnemers}</h2>
            {wat.deelnemers.map((d) => (
              <div className="mens" key={d.id}>
                <Stoel naam={d.naam} id={d.id} />
                <p>{d.id === ik.id ? nl.zaak.u(d.naam) : d.naam}</p>
              </div>
            ))}
          </section>
          {zaak.data && <Bij zaak={zaak.data} />}
        </aside>
      </div>
    </Schil>
  );
}

/** On paper there is no bar with crumbs and chairs. */
function Drukregel({ wat, zaaknummer }: { wat: DocumentWat; zaaknummer: string | undefined }) {
  const now = useNu();
  const namen = nl.en(wat.deelnemers.map((d) => d.naam));
  return <p className="drukregel sm">{nl.document.gedrukt(zaaknummer, namen, datumLang(now))}</p>;
}

function Bij({ zaak }: { zaak: ZaakAntwoord }) {
  const now = useNu();
  return (
    <section aria-labelledby="doc-zaak">
      <h2 id="doc-zaak">{nl.document.zaken}</h2>
      <p>
        <Naar to={`/zaken/${zaak.id}`}>{nl.document.zaak(zaak.zaaknummer)}</Naar>
        <br />
        <span className="quiet sm">
          {zaak.zaaktype_naam}, {nl.status[zaak.status].toLowerCase()}
        </span>
      </p>
      <p>
        <Termijn uiterlijkOp={zaak.uiterlijk_op} now={now} />
      </p>
    </section>
  );
}

function HuidigeAlinea({ editor }: { editor: Editor }) {
  const naam = useEditorState({
    editor,
    selector: ({ editor: e }) => {
      const { from } = e.state.selection;
      return alineasKey.getState(e.state)?.alineas.find((a) => a.from < from && from < a.to)?.door?.naam;
    },
  });
  return naam ? <span className="quiet sm">{nl.document.alineaVan(naam)}</span> : null;
}

/** Sections without a word and fields the dossier does not know; each item goes there (C10). */
function Invullen({ editor }: { editor: Editor }) {
  const leeg = useEditorState({
    editor,
    selector: ({ editor: e }) => {
      const found: { pos: number; naam: string }[] = [];
      let kop = '';
      e.state.doc.descendants((node, pos) => {
        if (node.type.name === 'sectieKop') kop = node.textContent;
        if (node.type.name === 'sectieInhoud' && node.textContent.trim() === '' && !heeftVeld(node)) {
          found.push({ pos: pos + 2, naam: kop });
        }
        return true;
      });
      return found;
    },
  });
  if (leeg.length === 0) return <span className="quiet sm">{nl.document.allesIngevuld}</span>;
  return (
    <details className="invullen">
      <summary>{nl.document.invullen(leeg.length)}</summary>
      <ul>
        {leeg.map((l) => (
          <li key={l.pos}>
            <button
              type="button"
              className="knop knop--stil"
              onClick={() => editor.commands.focus(l.pos, { scrollIntoView: true })}
            >
              {l.naam}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function heeftVeld(node: { descendants: (f: (n: { type: { name: string } }) => boolean) => void }) {
  let found = false;
  node.descendants((n) => {
    if (n.type.name === 'veld') found = true;
    return !found;
  });
  return found;
}
