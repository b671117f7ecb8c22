// The page that a letter is, as parts of a page of ours: of its markup only the elements that a letter has, and no attribute of any.
import { createElement, type ReactNode } from 'react';

/** What each becomes: the page has a first heading of its own, so those of the letter go down one. */
const ALS: Record<string, string> = {
  header: 'div',
  address: 'p',
  h1: 'h2',
  h2: 'h3',
  p: 'p',
  strong: 'strong',
  br: 'br',
  ol: 'ol',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
};

function deel(knoop: ChildNode, plek: number): ReactNode {
  if (knoop.nodeType === Node.TEXT_NODE) return knoop.textContent;
  if (!(knoop instanceof Element)) return null;
  const als = ALS[knoop.localName];
  const binnen = knoop.hasChildNodes() ? [...knoop.childNodes].map(deel) : undefined;
  // What is not of a letter leaves its text and nothing else.
  return als ? createElement(als, { key: plek }, binnen) : binnen;
}

/** Parsed apart from the page: nothing in it runs or is fetched. */
export function alsInhoud(html: string): ReactNode {
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  return main && [...main.childNodes].map(deel);
}
