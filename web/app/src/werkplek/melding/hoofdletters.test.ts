import { expect, it } from 'vitest';
import { hoofdletters } from './hoofdletters';

it.each([
  ['jansen', 'Jansen'],
  ['de vries-bakker', 'de Vries-Bakker'],
  ["van 't hof", "van 't Hof"],
  ['ijsbrand', 'IJsbrand'],
  ['maria johanna', 'Maria Johanna'],
  ['McDonald', 'McDonald'],
  ['de Boer', 'de Boer'],
  ['', ''],
])('"%s" is written "%s"', (getypt, naam) => expect(hoofdletters(getypt)).toBe(naam));
