import { describe, expect, it } from 'vitest';
import { cel, csv } from './csv';

// shows W6
describe('a table as a file', () => {
  it('has a line a row, and what holds a semicolon, a quote or an end of line stands between quotes', () => {
    expect(
      csv([
        ['Naam', 'Zaken'],
        ['De Wit; "Kevin"', 3],
      ]),
    ).toBe('\uFEFFNaam;Zaken\r\n"De Wit; ""Kevin""";3\r\n');
    expect(cel('een\ntwee')).toBe('"een\ntwee"');
  });

  it.each(['=HYPERLINK("x")', '+31612345678', '-2+3', '@SUM(A1)', '\tx', '\rx'])(
    'shows %j and works nothing out',
    (waarde) => {
      expect(cel(waarde).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each([
    [-2, '-2'],
    ['12,5', '12,5'],
    ['-1,5', '-1,5'],
  ])('a number stays one: %j', (waarde, tekst) => {
    expect(cel(waarde)).toBe(tekst);
  });
});
