// What is chosen stays with its letters while others write. The binding takes a paragraph whose words changed for another one and puts the caret
// back at the same count of letters: a colleague who writes before it in the same paragraph would move it. The letters themselves say where it is;
// the count is only for when they are gone.
import {
  type getRelativeSelection,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';

type Keuze = Omit<ReturnType<typeof getRelativeSelection>, 'absAnchor' | 'absHead'> & {
  /** Where it was by count; null asks for the letters. */
  absAnchor: number | null;
  absHead: number | null;
};

export function zetKeuze(binding: ProsemirrorBinding) {
  let bewaard = binding.beforeTransactionSelection as Keuze | null;
  const isWeg = (plek: Keuze['anchor']) =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, plek, binding.mapping) === null;
  Object.defineProperty(binding, 'beforeTransactionSelection', {
    get: (): Keuze | null =>
      bewaard && {
        ...bewaard,
        absAnchor: isWeg(bewaard.anchor) ? bewaard.absAnchor : null,
        absHead: isWeg(bewaard.head) ? bewaard.absHead : null,
      },
    set: (keuze: Keuze | null) => {
      bewaard = keuze;
    },
  });
}
