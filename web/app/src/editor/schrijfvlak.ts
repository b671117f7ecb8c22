// The editor itself: what it can do with a document, whether one may write, and what each block shows of its author.
import type { AnyExtension, Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentWat } from '../api/types';
import type { DocumentProvider } from '../rt/document/document';
import { nl } from '../teksten/werk';
import { PLEKKEN, plekVan } from '../ui/plek';
import { Auteurs, telAuteurs } from './anderen/auteurs';
import { CaretBlijft } from './anderen/caret';
import { Carets } from './anderen/carets';
import { Anker, Opmerktoets } from './kantlijn/anker';
import { EenBlok, Gedeeld } from './tekst/eenblok';
import { InBeeld } from './tekst/inbeeld';
import { VasteKoppen } from './tekst/koppen';
import { Letter } from './tekst/letter';
import { Maat } from './tekst/maat';
import { Gasten, Papier, Sectie, SectieInhoud, SectieKop, Tussenkop, Veld } from './tekst/schema';
import { Vak } from './tekst/vak';
import { VasteVelden } from './tekst/velden';
import { Voorstellen, Voorstelmarks } from './voorstel/voorstellen';

export interface Schrijfvlak {
  wat: DocumentWat;
  /** Who writes here. */
  ikId: string;
  provider: DocumentProvider;
  tekstId: string;
  schrijfbaar: boolean;
  /** Whether each block shows who wrote it. */
  toon: boolean;
  /** The colour of each who takes part. */
  plekken: Map<string, number>;
  /** Escape leaves the text. */
  naarBalk: () => void;
  /** More was pasted than is sent at once. */
  teGroot: () => void;
  /** A remark is asked for, about what is chosen. */
  opmerken: () => void;
}

export function useSchrijfvlak(vlak: Schrijfvlak): Editor | null {
  const { wat, ikId, provider, tekstId, schrijfbaar, toon, plekken } = vlak;
  // The extensions are made once for a document; they read here what is so now.
  const nu = useRef({
    plekken,
    toon,
    teGroot: vlak.teGroot,
    naarBalk: vlak.naarBalk,
    opmerken: vlak.opmerken,
  });
  nu.current.plekken = plekken;
  nu.current.teGroot = vlak.teGroot;
  nu.current.naarBalk = vlak.naarBalk;
  nu.current.opmerken = vlak.opmerken;
  const extensions = useMemo(
    () =>
      extensiesVan(provider, {
        plek: (id) => (id ? (nu.current.plekken.get(id) ?? plekVan(id)) : PLEKKEN),
        toon: () => nu.current.toon,
        teGroot: () => nu.current.teGroot(),
        opmerken: () => nu.current.opmerken(),
        ikId,
      }),
    [provider, ikId],
  );
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      editable: schrijfbaar,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: attributenVan(wat, tekstId, schrijfbaar),
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Escape') return false;
          nu.current.naarBalk();
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
    nu.current.toon = toon;
    if (editor) telAuteurs(editor.view, toon);
  }, [toon, editor]);

  return editor;
}

interface Nu {
  plek: (id: string | undefined) => number;
  toon: () => boolean;
  teGroot: () => void;
  opmerken: () => void;
  ikId: string;
}

const extensiesVan = (
  provider: DocumentProvider,
  { plek, toon, teGroot, opmerken, ikId }: Nu,
): AnyExtension[] => [
  Papier,
  Sectie,
  SectieKop,
  SectieInhoud,
  Veld,
  Tussenkop,
  ...Gasten,
  Anker,
  ...Voorstelmarks,
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
  Gedeeld.configure({ document: provider.doc, field: 'default' }),
  EenBlok,
  Letter,
  Vak,
  InBeeld,
  Maat.configure({ meld: teGroot }),
  VasteKoppen,
  VasteVelden,
  Voorstellen.configure({ ik: ikId }),
  Opmerktoets.configure({ maak: opmerken }),
  CaretBlijft.configure({ provider }),
  Carets.configure({ provider, plek }),
  Auteurs.configure({ provider, plek, toon }),
];

const attributenVan = (wat: DocumentWat, tekstId: string, schrijfbaar: boolean) => ({
  id: tekstId,
  class: 'papier',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-readonly': String(!schrijfbaar),
  'aria-label': nl.document.tekst(wat.titel),
  'aria-describedby': 'editor-uitleg',
  lang: 'nl',
  spellcheck: 'true',
});
