// A key changes one block. The binding to the shared text compares the whole of it with what is shown; here the block that changed is found by
// what the binding remembers, and only that one is compared. Anything else goes the binding's own way. And what others write changes the blocks
// in which they write: the binding would make all of them anew, and the editor then draws one's own block elsewhere.
import { Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { type ProsemirrorBinding, updateYFragment, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { zetKeuze } from './keuze';
import { vasteKeuze } from './plek';

/** What each shared node was shown as the last time. */
type Mapping = ReadonlyMap<unknown, PmNode | PmNode[]>;

export interface EenBlok {
  gedeeld: Y.XmlElement;
  getoond: PmNode;
  /** What the block stands in, from the whole text down: it only has another child. */
  omgeving: [Y.XmlFragment, PmNode][];
}

/** The one block of text in which the two differ; undefined when it is not one, or when more than its words changed. */
export function eenBlok(type: Y.XmlFragment, doc: PmNode, mapping: Mapping): EenBlok | undefined {
  const omgeving: [Y.XmlFragment, PmNode][] = [];
  let [gedeeld, getoond]: [Y.XmlFragment, PmNode] = [type, doc];
  for (;;) {
    const kind = enigVerschil(gedeeld, getoond, mapping);
    if (!kind) return undefined;
    omgeving.push([gedeeld, getoond]);
    [gedeeld, getoond] = kind;
    if (kind[1].isTextblock) return { gedeeld: kind[0], getoond: kind[1], omgeving };
  }
}

function enigVerschil(
  gedeeld: Y.XmlFragment,
  getoond: PmNode,
  mapping: Mapping,
): [Y.XmlElement, PmNode] | undefined {
  const delen = gedeeld.toArray();
  if (delen.length !== getoond.childCount) return undefined;
  let anders = -1;
  for (let i = 0; i < delen.length; i += 1) {
    if (mapping.get(delen[i] as Y.XmlElement) === getoond.child(i)) continue;
    if (anders >= 0) return undefined;
    anders = i;
  }
  const element = delen[anders];
  if (!(element instanceof Y.XmlElement)) return undefined;
  const was = mapping.get(element);
  const nu = getoond.child(anders);
  if (!was || Array.isArray(was) || !was.hasMarkup(nu.type, nu.attrs, nu.marks)) return undefined;
  return [element, nu];
}

const isGelijk = (type: Y.XmlFragment, doc: PmNode, mapping: Mapping) =>
  type.length === doc.childCount && type.toArray().every((deel, i) => mapping.get(deel) === doc.child(i));

/** Of what changed the binding forgets the blocks one by one; after that it forgets all, which is not asked for here. */
class Geheugen<K, V> extends Map<K, V> {
  override clear() {}
}

/** The binding compares and stores by these; their place in the class is the same in the version that is pinned. */
type Binding = ProsemirrorBinding & {
  _prosemirrorChanged: (doc: PmNode) => void;
  beforeAllTransactions: () => void;
};

export function zetEenBlok(binding: Binding) {
  const geheel = binding._prosemirrorChanged.bind(binding);
  const bekend = new Bekend(binding);
  binding._prosemirrorChanged = (doc) => {
    if (bekend.is(doc)) return;
    const blok = bekend.verschil(doc) ?? eenBlok(binding.type, doc, binding.mapping);
    if (!blok) {
      // What came from others is in both already.
      if (isGelijk(binding.type, doc, binding.mapping)) bekend.zet(doc);
      else {
        // The shared text is another one by it: what was known before is not what it holds.
        bekend.vergeet();
        geheel(doc);
      }
      return;
    }
    binding.doc.transact(() => {
      for (const [gedeeld, getoond] of blok.omgeving) binding.mapping.set(gedeeld, getoond);
      updateYFragment(binding.doc, blok.gedeeld, blok.getoond, binding);
      binding.beforeTransactionSelection = vasteKeuze(binding, binding.prosemirrorView.state);
    }, ySyncPluginKey);
    bekend.zet(doc);
  };
  zetVooraf(binding);
}

/** Before a change of one's own the caret is asked by nobody: the letters of before it and the block of after it do not belong together. */
function zetVooraf(binding: Binding) {
  const { mux, doc } = binding;
  let eigen = 0;
  binding.mux = (doe, anders) => {
    eigen += 1;
    try {
      mux(doe, anders);
    } finally {
      eigen -= 1;
    }
  };
  doc.off('beforeAllTransactions', binding.beforeAllTransactions);
  binding.beforeAllTransactions = () => {
    const { prosemirrorView: view } = binding;
    if (eigen > 0 || !view || binding.beforeTransactionSelection) return;
    binding.beforeTransactionSelection = vasteKeuze(binding, view.state);
  };
  doc.on('beforeAllTransactions', binding.beforeAllTransactions);
}

/** The text that was last found to be what the shared one holds, until somebody else writes in that. */
class Bekend {
  private doc: PmNode | undefined;
  private readonly binding: ProsemirrorBinding;

  constructor(binding: ProsemirrorBinding) {
    this.binding = binding;
    binding.type.observeDeep((_events, { origin }) => {
      if (origin !== ySyncPluginKey) this.vergeet();
    });
  }

  vergeet() {
    this.doc = undefined;
  }

  is = (doc: PmNode) => doc === this.doc;

  zet(doc: PmNode) {
    this.doc = doc;
  }

  /** Against it, one block is found without asking the binding about all the others. */
  verschil(doc: PmNode): EenBlok | undefined {
    const { type, mapping } = this.binding;
    const omgeving: [Y.XmlFragment, PmNode][] = [];
    let [was, getoond, gedeeld]: [PmNode | undefined, PmNode, Y.XmlFragment] = [this.doc, doc, type];
    while (was) {
      const i = enigAnder(was, getoond);
      const [oud, nieuw, element] = i < 0 ? [] : [was.child(i), getoond.child(i), gedeeld.get(i)];
      if (!oud || !nieuw || !(element instanceof Y.XmlElement) || mapping.get(element) !== oud)
        return undefined;
      if (!oud.hasMarkup(nieuw.type, nieuw.attrs, nieuw.marks)) return undefined;
      omgeving.push([gedeeld, getoond]);
      if (nieuw.isTextblock) return { gedeeld: element, getoond: nieuw, omgeving };
      [was, getoond, gedeeld] = [oud, nieuw, element];
    }
    return undefined;
  }
}

/** Where alone the two have another child; -1 when that is nowhere or not one place. */
function enigAnder(was: PmNode, is: PmNode): number {
  const n = was.childCount;
  if (n !== is.childCount) return -1;
  let [voor, na] = [0, n - 1];
  while (voor < n && was.child(voor) === is.child(voor)) voor += 1;
  while (na > voor && was.child(na) === is.child(na)) na -= 1;
  return voor === na ? voor : -1;
}

/** Taking back puts the caret where it was before: that is asked at each change of one's own text, and not at anything else. */
export function zetTerug(undo: Plugin): Plugin {
  const { state } = undo.spec;
  if (!state) return undo;
  return new Plugin({
    ...undo.spec,
    state: {
      ...state,
      apply: (tr, was, oud, nieuw) => {
        const { binding } = ySyncPluginKey.getState(nieuw);
        if (!binding) return state.apply.call(undo, tr, was, oud, nieuw);
        const { undoManager } = was;
        return {
          undoManager,
          prevSel: tr.docChanged ? vasteKeuze(binding, oud) : was.prevSel,
          hasUndoOps: undoManager.undoStack.length > 0,
          hasRedoOps: undoManager.redoStack.length > 0,
        };
      },
    },
  });
}

/** The shared text as the editor takes it in and gives it back. */
export const Gedeeld = Collaboration.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) =>
      plugin.spec.key === yUndoPluginKey ? zetTerug(plugin) : plugin,
    );
  },
});

export const EenBlok = Extension.create({
  name: 'eenBlok',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const { binding } = ySyncPluginKey.getState(view.state);
        binding.mapping = new Geheugen(binding.mapping);
        zetEenBlok(binding);
        zetKeuze(binding);
        return {};
      },
    }),
  ],
});
