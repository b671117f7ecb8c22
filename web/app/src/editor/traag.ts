// What is worked out from a whole text, when it is at rest: not at every key.
import type { Editor } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';

const RUST_MS = 250;

/** What was read holds plain values; the same again draws nothing anew. */
const isGelijk = (a: Iterable<unknown>, b: Iterable<unknown>) =>
  JSON.stringify([...a]) === JSON.stringify([...b]);

/** `lees` must always be the same function. */
export function useTraag<T extends Iterable<unknown>>(
  editor: Editor | null,
  lees: (doc: PmNode) => T,
  leeg: T,
): T {
  const [gelezen, setGelezen] = useState<T>(leeg);
  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const nu = () => {
      timer = undefined;
      if (editor.isDestroyed) return;
      const nieuw = lees(editor.state.doc);
      setGelezen((was) => (isGelijk(was, nieuw) ? was : nieuw));
    };
    const later = () => {
      timer ??= setTimeout(nu, RUST_MS);
    };
    nu();
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, lees]);
  return gelezen;
}
