// Below the text: what is still empty, who wrote where the caret is, and whether authors are shown.
import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { useEditorState } from '@tiptap/react';
import { nl } from '../teksten/werk';
import { alineasKey } from './anderen/auteurs';

export interface VoetbalkProps {
  editor: Editor | null;
  schrijfbaar: boolean;
  /** Whether each block shows who wrote it. */
  toon: boolean;
  zetToon: (toon: boolean) => void;
}

export function Voetbalk({ editor, schrijfbaar, toon, zetToon }: VoetbalkProps) {
  return (
    <div className="voetbalk">
      {editor && schrijfbaar && <Invullen editor={editor} />}
      {editor && toon && <HuidigeAlinea editor={editor} />}
      <label className="keuze push">
        <input type="checkbox" checked={toon} onChange={(event) => zetToon(event.target.checked)} />
        {nl.document.auteurs}
      </label>
    </div>
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
        if (node.type.name === 'sectieInhoud' && isLeeg(node)) found.push({ pos: pos + 2, naam: kop });
        // Only sections are looked into, so that no key reads the whole text.
        return node.type.name === 'sectie';
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

/** Neither a word nor a field; the first of either is enough to know. */
function isLeeg(inhoud: PmNode): boolean {
  let leeg = true;
  inhoud.descendants((node) => {
    if (leeg && (node.type.name === 'veld' || node.text?.trim())) leeg = false;
    return leeg;
  });
  return leeg;
}
