import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groeitIn, houdVak, Vak, vakKey } from './vak';

let editor: Editor;
const p = (i: number) => editor.view.dom.querySelectorAll('p')[i] as HTMLElement;
const typ = (tekst: string) => editor.view.dispatch(editor.state.tr.insertText(tekst));
beforeEach(() => {
  vi.useFakeTimers();
  const element = document.createElement('div');
  document.body.append(element);
  editor = new Editor({ element, extensions: [StarterKit, Vak], content: '<p>een</p><p>twee</p>' });
  editor.commands.setTextSelection(3);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ height: 30.5 } as DOMRect);
});
afterEach(() => {
  editor.destroy();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the block in which one types', () => {
  it('keeps its height while letters come in, and no other does', () => {
    houdVak(editor.view);
    typ('x');
    typ('y');
    expect(p(0).style.blockSize).toBe('30.5px');
    expect(p(1).style.blockSize).toBe('');
  });

  it('is let go when one stops for a moment', () => {
    houdVak(editor.view);
    typ('x');
    vi.advanceTimersByTime(299);
    expect(p(0).style.blockSize).toBe('30.5px');
    vi.advanceTimersByTime(1);
    expect(p(0).style.blockSize).toBe('');
  });

  it('is let go when another line is needed', () => {
    houdVak(editor.view);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(61);
    typ('x');
    expect(vakKey.getState(editor.state)).toBeUndefined();
    expect(p(0).style.blockSize).toBe('');
  });

  it.each<[string, () => void]>([
    ['a letter goes', () => editor.commands.deleteRange({ from: 1, to: 2 })],
    ['letters take the place of others', () => editor.view.dispatch(editor.state.tr.insertText('x', 1, 3))],
    ['it is parted', () => editor.commands.splitBlock()],
    ['something comes elsewhere', () => editor.view.dispatch(editor.state.tr.insertText('x', 7))],
  ])('is let go when %s', (_wat, doe) => {
    houdVak(editor.view);
    expect(vakKey.getState(editor.state)).toBeDefined();
    doe();
    expect(vakKey.getState(editor.state)).toBeUndefined();
  });

  it('knows letters within it from all else', () => {
    expect(groeitIn(editor.state.tr.insertText('x', 2), 0)).toBe(true);
    expect(groeitIn(editor.state.tr.insertText('x', 7), 0)).toBe(false);
    expect(groeitIn(editor.state.tr.insertText('x', 2).insertText('y', 3), 0)).toBe(false);
  });
});
