import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { kaleTekst } from './kaletekst';

it('gives the words of every block, without marks', () => {
  const doc = new Y.Doc();
  const block = (...parts: (Y.XmlText | Y.XmlElement)[]) => {
    const element = new Y.XmlElement('paragraph');
    element.insert(0, parts);
    return element;
  };
  const text = new Y.XmlText('Zij kan ');
  const second = new Y.XmlText('Tweede alinea');
  doc.getXmlFragment('default').insert(0, [block(block(text)), block(second)]);
  text.insert(8, 'de trap', { bold: true });
  expect(kaleTekst(doc)).toBe('Zij kan de trap\nTweede alinea');
});
