import { describe, expect, it } from 'vitest';
import { telHref } from './belnummer';

describe('a number to call', () => {
  it.each([
    ['06 1234 5678', 'tel:0612345678'],
    ['(0299) 12 34 56', 'tel:0299123456'],
    ['+31 (0)6 1234 5678', 'tel:+31612345678'],
    ['0031 (0)299-123456', 'tel:0031299123456'],
    ['+31 6 12345678', 'tel:+31612345678'],
    ['14 0299', 'tel:140299'],
  ])('%s is dialled as %s', (nummer, href) => {
    expect(telHref(nummer)).toBe(href);
  });
});
