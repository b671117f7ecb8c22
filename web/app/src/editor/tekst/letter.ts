// In a long text a browser counts, for each letter that it puts in, all letters before the caret, twice: there the letter is put in here, in the
// same place of the same node, and the editor takes it in as it takes in a browser's own. Only what one types by keys in the middle or at the end
// of words; with a keyboard on the screen, or while letters are composed, the browser keeps its own account of what was typed.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { houdVak } from './vak';

/** From so many letters on the browser's counting is more than what the rest of a key costs. */
const LANG = 30_000;

const opScherm = () => window.matchMedia('(pointer: coarse)').matches;

/** One letter, however many units it takes; a new line is none. */
const isLetter = (data: string | null): data is string => data !== null && /^[^\n\r]$/u.test(data);

/** Where the letter goes: within words of the text itself; undefined when it is for the browser. */
function plekVan(view: EditorView): { woord: Text; bij: number } | undefined {
  const keuze = view.dom.ownerDocument.getSelection();
  const woord = keuze?.anchorNode;
  if (!keuze?.isCollapsed || !(woord instanceof Text) || keuze.anchorOffset === 0) return undefined;
  const hier = view.dom.contains(woord) && woord.parentElement?.isContentEditable;
  return hier ? { woord, bij: keuze.anchorOffset } : undefined;
}

export function zetLetter(view: EditorView, event: InputEvent): boolean {
  const { inputType, data, cancelable, isComposing } = event;
  if (inputType !== 'insertText' || !cancelable || isComposing || !isLetter(data)) return false;
  if (view.composing || !view.editable || view.state.doc.content.size < LANG || opScherm()) return false;
  if (!plekVan(view)) return false;
  houdVak(view);
  const plek = plekVan(view);
  if (!plek) return false;
  event.preventDefault();
  plek.woord.insertData(plek.bij, data);
  view.dom.ownerDocument.getSelection()?.collapse(plek.woord, plek.bij + data.length);
  return true;
}

export const Letter = Extension.create({
  name: 'letter',
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleDOMEvents: { beforeinput: (view, event) => zetLetter(view, event) } } }),
  ],
});
