// While one types on in a long text, the block in which one types keeps its height: then a key lays out that block and not all that stands beside
// it. It is let go when another line is needed, when anything else changes, and when one stops for a moment.
import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { leesCaret } from '../anderen/caret';

/** Longer than between two keys. */
const RUST_MS = 300;
/** A height is a fraction, and what is measured to need more is not. */
const SPELING_PX = 1;

interface Maat {
  /** Where the block begins. */
  blok: number;
  /** In CSS pixels. */
  hoogte: number;
}

interface Vast extends Maat {
  set: DecorationSet;
}

export const vakKey = new PluginKey<Vast | undefined>('vak');

/** Letters were put in, within the block and nowhere else. */
export function groeitIn(tr: Transaction, blok: number): boolean {
  const [step, ...meer] = tr.steps;
  if (!(step instanceof ReplaceStep) || meer.length > 0 || step.from !== step.to) return false;
  const node = tr.before.nodeAt(blok);
  const binnen = node !== null && step.from > blok && step.from < blok + node.nodeSize;
  const { content, openStart, openEnd } = step.slice;
  return (
    binnen && openStart + openEnd === 0 && content.childCount === 1 && content.firstChild?.isText === true
  );
}

const zet = (doc: PmNode, { blok, hoogte }: Maat): Vast | undefined => {
  const node = doc.nodeAt(blok);
  if (!node) return undefined;
  const style = `contain: layout size; block-size: ${hoogte}px`;
  return {
    blok,
    hoogte,
    set: DecorationSet.create(doc, [Decoration.node(blok, blok + node.nodeSize, { style })]),
  };
};

const meld = (view: EditorView, maat: Maat | null) =>
  view.dispatch(view.state.tr.setMeta(vakKey, maat).setMeta('addToHistory', false));

/** The block of the caret keeps its height from now on. */
export function houdVak(view: EditorView) {
  const { $head } = view.state.selection;
  if ($head.parent.type.name !== 'paragraph' || $head.depth === 0) return;
  if (vakKey.getState(view.state)?.blok === $head.before()) return;
  leesCaret(view);
  const blok = view.state.selection.$head.before();
  const dom = view.nodeDOM(blok);
  if (dom instanceof HTMLElement) meld(view, { blok, hoogte: dom.getBoundingClientRect().height });
}

/** Another line is needed. */
function isVol(view: EditorView, { blok, hoogte }: Maat): boolean {
  const dom = view.nodeDOM(blok);
  return !(dom instanceof HTMLElement) || dom.scrollHeight > hoogte + SPELING_PX;
}

function bewaak(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const los = () => {
    if (!view.isDestroyed && vakKey.getState(view.state)) meld(view, null);
  };
  return {
    update: () => {
      clearTimeout(timer);
      const vast = vakKey.getState(view.state);
      if (!vast) return;
      if (isVol(view, vast)) los();
      else timer = setTimeout(los, RUST_MS);
    },
    destroy: () => clearTimeout(timer),
  };
}

export const Vak = Extension.create({
  name: 'vak',
  addProseMirrorPlugins: () => [
    new Plugin<Vast | undefined>({
      key: vakKey,
      state: {
        init: () => undefined,
        apply: (tr, was) => {
          const maat = tr.getMeta(vakKey) as Maat | null | undefined;
          if (maat !== undefined) return maat === null ? undefined : zet(tr.doc, maat);
          if (!was || !tr.docChanged) return was;
          return groeitIn(tr, was.blok) ? { ...was, set: was.set.map(tr.mapping, tr.doc) } : undefined;
        },
      },
      props: { decorations: (state) => vakKey.getState(state)?.set },
      view: bewaak,
    }),
  ],
});
