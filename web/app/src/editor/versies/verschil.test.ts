import { describe, expect, it } from 'vitest';
import { regels, stukken } from './verschil';

// shows C7
describe('the difference of two versions', () => {
  it('is nothing where nothing changed', () => {
    expect(regels(['een', 'twee'], ['een', 'twee']).every((r) => r.soort === 'gelijk')).toBe(true);
  });

  it('names what came and what went', () => {
    expect(regels(['kop', 'weg hiermee', 'eind'], ['kop', 'eind', 'iets nieuws'])).toEqual([
      { soort: 'gelijk', tekst: 'kop' },
      { soort: 'weg', tekst: 'weg hiermee' },
      { soort: 'gelijk', tekst: 'eind' },
      { soort: 'erbij', tekst: 'iets nieuws' },
    ]);
  });

  it('shows words within a block that was written on', () => {
    expect(stukken('Maria heeft twee stoelen', 'Maria heeft drie oude stoelen')).toEqual([
      { soort: 'gelijk', tekst: 'Maria heeft ' },
      { soort: 'weg', tekst: 'twee' },
      { soort: 'erbij', tekst: 'drie oude' },
      { soort: 'gelijk', tekst: ' stoelen' },
    ]);
    expect(regels(['Maria heeft twee stoelen'], ['Maria heeft drie oude stoelen'])[0]?.soort).toBe('anders');
  });

  it('takes two blocks without a word in common as one that went and one that came', () => {
    expect(regels(['aap noot mies'], ['wim zus jet']).map((r) => r.soort)).toEqual(['weg', 'erbij']);
  });

  it('can be put together again into both', () => {
    const [oud, nieuw] = ['a b c d e f', 'a x c d f g'];
    const delen = stukken(oud, nieuw);
    const zonder = (soort: string) =>
      delen
        .filter((d) => d.soort !== soort)
        .map((d) => d.tekst)
        .join('');
    expect([zonder('erbij'), zonder('weg')]).toEqual([oud, nieuw]);
  });
});
