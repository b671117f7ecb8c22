// Where the caret is, as letters of the shared text say it. The binding looks for it by passing all blocks before it, several times a key; here
// it goes down from section to block by where they stand, and asks the binding only where the two texts differ for a moment.
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  getRelativeSelection,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

export type Keuze = ReturnType<typeof getRelativeSelection>;

/** The shared block in which a position is, when the binding knows it as it is shown. */
function blokVan({ type, mapping }: ProsemirrorBinding, plek: ResolvedPos): Y.XmlFragment | undefined {
  let hier: Y.XmlFragment = type;
  for (let diepte = 0; diepte < plek.depth; diepte += 1) {
    const kind = hier.get(plek.index(diepte));
    if (!(kind instanceof Y.XmlElement) || mapping.get(kind) !== plek.node(diepte + 1)) return undefined;
    hier = kind;
  }
  return hier;
}

/** The same as the binding's own answer, which a test holds against it. */
export function vastePlek(binding: ProsemirrorBinding, plek: ResolvedPos): Y.RelativePosition {
  const blok = plek.parent.isTextblock ? blokVan(binding, plek) : undefined;
  const tekst = blok?.length === 1 ? blok.get(0) : undefined;
  // With a field or a line break in it a block has several texts: that is counted by who knows how.
  return tekst instanceof Y.XmlText && tekst.length === plek.parent.content.size
    ? Y.createRelativePositionFromTypeIndex(tekst, plek.parentOffset, -1)
    : absolutePositionToRelativePosition(plek.pos, binding.type, binding.mapping);
}

/** What is chosen, held by its letters. */
export function vasteKeuze(binding: ProsemirrorBinding, state: EditorState): Keuze {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return getRelativeSelection(binding, state);
  const { $anchor, $head, anchor, head, empty } = selection;
  const begin = vastePlek(binding, $anchor);
  return {
    type: 'text',
    depth: undefined,
    anchor: begin,
    head: empty ? begin : vastePlek(binding, $head),
    absAnchor: anchor,
    absHead: head,
  };
}
