import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Letter } from './letter';

let editor: Editor;
const lang = 'woord '.repeat(6_000);
const beforeinput = (met: Partial<InputEventInit> = {}) => {
  const event = new InputEvent('beforeinput', {
    inputType: 'insertText',
    data: 'x',
    bubbles: true,
    cancelable: true,
    ...met,
  });
  editor.view.dom.dispatchEvent(event);
  return event.defaultPrevented;
};
const zetCaret = (bij: number) => {
  const woord = editor.view.dom.querySelector('p')?.firstChild as Text;
  document.getSelection()?.collapse(woord, bij);
  return woord;
};
/** What the editor holds, once it has taken in what stands on the page. */
const opgenomen = () => {
  (editor.view as unknown as { domObserver: { flush: () => void } }).domObserver.flush();
  return editor.state.doc.textContent;
};
const open = (tekst: string) => {
  const element = document.createElement('div');
  document.body.append(element);
  editor = new Editor({ element, extensions: [StarterKit, Letter], content: `<p>${tekst}</p>` });
};
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'isContentEditable', 'get').mockReturnValue(true);
  open(lang);
});
afterEach(() => {
  editor.destroy();
  vi.restoreAllMocks();
});

describe('a letter in a long text', () => {
  it('is put in where the caret is, and the caret goes behind it', () => {
    const woord = zetCaret(5);
    expect(beforeinput()).toBe(true);
    expect(woord.data.slice(0, 7)).toBe('woordx ');
    expect(document.getSelection()?.anchorOffset).toBe(6);
    expect(opgenomen().slice(0, 7)).toBe('woordx ');
  });

  it('may take two units', () => {
    const woord = zetCaret(5);
    expect(beforeinput({ data: '🙂' })).toBe(true);
    expect(woord.data.slice(0, 8)).toBe('woord🙂 ');
    expect(document.getSelection()?.anchorOffset).toBe(7);
    expect(opgenomen().slice(0, 8)).toBe('woord🙂 ');
  });

  it.each([
    ['is composed', { isComposing: true }],
    ['is a new line', { data: '\n' }],
    ['is more than one', { data: 'xy' }],
    ['takes the place of a word', { inputType: 'insertReplacementText' }],
    ['cannot be held back', { cancelable: false }],
  ])('is the browser’s when it %s', (_naam, met) => {
    const woord = zetCaret(5);
    expect(beforeinput(met)).toBe(false);
    expect(woord.data).toBe(lang.trimEnd());
    expect(opgenomen()).toBe(lang.trimEnd());
  });

  it('is the browser’s before the first letter, and where something is chosen', () => {
    const woord = zetCaret(0);
    expect(beforeinput()).toBe(false);
    document.getSelection()?.setBaseAndExtent(woord, 1, woord, 3);
    expect(beforeinput()).toBe(false);
  });

  it('is the browser’s with a keyboard on the screen', () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    zetCaret(5);
    expect(beforeinput()).toBe(false);
  });

  it('is the browser’s in a text that is not long', () => {
    editor.destroy();
    open('kort genoeg');
    zetCaret(4);
    expect(beforeinput()).toBe(false);
  });
});
