// The words of a document without an editor: for who may no longer see the page but has words in it that are nowhere else.
import * as Y from 'yjs';

export function kaleTekst(doc: Y.Doc): string {
  const lines: string[] = [];
  const walk = (node: Y.XmlFragment) => {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) {
        const text = (child.toDelta() as { insert: unknown }[])
          .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
          .join('');
        lines.push(text);
      } else if (child instanceof Y.XmlElement) walk(child);
    }
  };
  walk(doc.getXmlFragment('default'));
  return lines.join('\n');
}
