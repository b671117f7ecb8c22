import { describe, expect, it } from 'vitest';
import { isIn } from './inbeeld';

describe('a caret', () => {
  const vak = { top: 100, bottom: 500, left: 0, right: 300 };
  const caret = (met: object) => ({ top: 200, bottom: 220, left: 10, right: 10, ...met });

  it('is seen when all of it is within what shows it', () => {
    expect(isIn(caret({}), vak)).toBe(true);
  });

  it.each([{ top: 99 }, { bottom: 501 }, { left: -1 }, { right: 301 }])('is not seen whole: %o', (met) => {
    expect(isIn(caret(met), vak)).toBe(false);
  });
});
