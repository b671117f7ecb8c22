import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { alsInhoud } from './blad';

const toon = (html: string) => renderToStaticMarkup(createElement('div', {}, alsInhoud(html)));

test('a letter keeps its words and its order, one heading lower', () => {
  const html =
    '<!doctype html><html><head><title>x</title></head><body><main><h1>Titel</h1>\n<p>Een<br>twee</p><ol><li>stap</li></ol></main></body></html>';
  expect(toon(html)).toBe('<div><h2>Titel</h2>\n<p>Een<br/>twee</p><ol><li>stap</li></ol></div>');
});

test('nothing of it runs, links or is fetched', () => {
  const html =
    '<main><p onclick="x()" style="color:red">a</p><img src="/x"><a href="javascript:x()">b</a></main>';
  expect(toon(html)).toBe('<div><p>a</p>b</div>');
});

test('a page that is no letter has nothing', () => {
  expect(toon('<p>iets</p>')).toBe('<div></div>');
});
