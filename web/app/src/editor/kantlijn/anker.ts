// Where a remark stands in the text: a mark with its id on the words. The remark itself is beside the text, and stays when they go.

import { suggestChangesKey } from '@handlewithcare/prosemirror-suggest-changes';
import { type Editor, Extension, Mark } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { merkzoeker } from '../tekst/merken';

export const Anker = Mark.create({
  name: 'opmerking',
  // Two remarks may be about the same words.
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ id: { default: null, renderHTML: (a) => ({ 'data-opmerking': a.id }) } }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** Ctrl + Alt + M on chosen words (C9). */
export const Opmerktoets = Extension.create<{ maak: () => void }>({
  name: 'opmerktoets',
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-m': () => {
        this.options.maak();
        return true;
      },
    };
  },
});

export interface Plek {
  from: number;
  to: number;
}

const isAnker = (naam: string) => naam === 'opmerking';
const heeftAnker = merkzoeker(isAnker);

/** Where each remark stands now; one that is split stands from its first word to its last. */
export function ankers(doc: PmNode): Map<string, Plek> {
  const found = new Map<string, Plek>();
  doc.descendants((node, pos) => {
    if (!heeftAnker(node)) return false;
    for (const { type, attrs } of node.marks) {
      if (!isAnker(type.name) || typeof attrs.id !== 'string') continue;
      found.set(attrs.id, { from: found.get(attrs.id)?.from ?? pos, to: pos + node.nodeSize });
    }
    return !node.isText;
  });
  return found;
}

/** The remarks at the caret. */
export function bijCaret(editor: Editor): string[] {
  const { $from } = editor.state.selection;
  const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? [])];
  return marks.filter((m) => m.type.name === 'opmerking').map((m) => String(m.attrs.id));
}

/** Chosen words, kept by what stands around them: others may write before them while one types. */
export interface Gekozen {
  citaat: string;
  plek: () => Plek | undefined;
}

const CITAAT_MAX = 200;

export function kies(editor: Editor): Gekozen | undefined {
  const { from, to, empty } = editor.state.selection;
  const woorden = editor.state.doc
    .textBetween(from, to, ' ', ' ')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (empty || woorden === '') return undefined;
  const tekens = [...woorden];
  const citaat = tekens.length > CITAAT_MAX ? `${tekens.slice(0, CITAAT_MAX - 1).join('')}…` : woorden;
  const sync = ySyncPluginKey.getState(editor.state);
  const vast = (pos: number) => absolutePositionToRelativePosition(pos, sync.type, sync.binding.mapping);
  const rand = { from: vast(from), to: vast(to) };
  return { citaat, plek: () => plekNu(editor, rand) };
}

function plekNu(
  editor: Editor,
  rand: { from: Y.RelativePosition; to: Y.RelativePosition },
): Plek | undefined {
  const sync = ySyncPluginKey.getState(editor.state);
  const los = (vast: Y.RelativePosition) =>
    relativePositionToAbsolutePosition(sync.doc, sync.type, vast, sync.binding.mapping);
  const [from, to] = [los(rand.from), los(rand.to)];
  return from !== null && to !== null && from < to ? { from, to } : undefined;
}

/** Puts the mark on; whoever may only read puts none, and the remark keeps its words all the same. */
export function zetAnker(editor: Editor, id: string, plek: Plek | undefined) {
  const mark = editor.schema.marks.opmerking;
  if (!plek || !mark || !editor.isEditable) return;
  const tr = editor.state.tr.addMark(plek.from, plek.to, mark.create({ id }));
  // No suggestion, and nothing that "undo" should take away: the remark would still be there.
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(suggestChangesKey, { skip: true }));
}

export function gaNaarPlek(editor: Editor, plek: Plek) {
  editor.chain().setTextSelection(plek).scrollIntoView().run();
  editor.view.focus();
}

const ID = /^[0-9a-f-]{36}$/;

/** Which remarks show in the text is a matter of the page: of a sheet of style, so that no key costs anything. */
export class Ankerkleur {
  private readonly sheet = new CSSStyleSheet();

  zet(open: string[], actief: string | undefined) {
    const kies = (id: string) => `.papier [data-opmerking="${id}"]`;
    const goed = open.filter((id) => ID.test(id));
    const regels = goed.length
      ? `${goed.map(kies).join(',')}{background:var(--kt-color-uitleg);border-block-end:2px solid var(--kt-color-rand)}`
      : '';
    const nu =
      actief && goed.includes(actief)
        ? `${kies(actief)}{background:var(--kt-color-selected);outline:2px solid var(--kt-color-rand)}`
        : '';
    this.sheet.replaceSync(`@media screen{${regels}${nu}}`);
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets.push(this.sheet);
  }

  weg() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
