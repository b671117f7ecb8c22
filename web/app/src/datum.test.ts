import { describe, expect, it, vi } from 'vitest';
import {
  dagenTot,
  datumLang,
  leeftijd,
  leesDatum,
  leesGeboortedatum,
  tijd,
  waaromGeenDag,
  wanneer,
  werkdagenTot,
} from './datum';
import { uuidv7 } from './rt/uuid';
import { Omroep } from './ui/omroep';

const now = new Date('2026-11-25T08:05:00Z'); // Wednesday, 9.05 in Amsterdam

describe('dates', () => {
  it('are those of Amsterdam', () => {
    expect(datumLang('2026-01-31T23:30:00Z')).toBe('1 februari 2026');
    expect(tijd('2026-11-25T08:05:00Z')).toBe('9.05');
    expect(tijd('2026-11-24T23:00:00Z'), 'midnight has an hour too').toBe('0.00');
  });

  it.each([
    ['2026-11-25', 0],
    ['2026-11-28', 3],
    ['2026-11-23', -2],
    ['2027-01-06', 42],
  ])('%s is %i days away', (date, days) => expect(dagenTot(date, now)).toBe(days));

  it('count working days without the weekend', () => {
    expect(werkdagenTot('2026-11-30', now)).toBe(3);
  });

  it.each([
    ['14-3-1958', '1958-03-14'],
    ['14/03/1958', '1958-03-14'],
    ['1.1.1958', '1958-01-01'],
    [' 1/1/1958 ', '1958-01-01'],
    ['1/1/58', undefined],
    ['1958-03-14', '1958-03-14'],
    ['14031958', '1958-03-14'],
    ['31021958', undefined],
    ['1431958', undefined],
    ['31-2-1958', undefined],
    ['gisteren', undefined],
  ])('"%s" reads as %s', (text, date) => expect(leesDatum(text)).toBe(date));

  it.each([
    ['12-5-49', '1949-05-12'],
    ['12051949', '1949-05-12'],
    ['25-11-26', undefined],
    ['27-11-26', '1926-11-27'],
    ['12-5-19', undefined],
    ['29-2-49', undefined],
    ['12-5-1949', '1949-05-12'],
  ])('of somebody who was born, "%s" reads as %s', (text, date) =>
    expect(leesGeboortedatum(text, now)).toBe(date),
  );

  it.each([
    ['', 'leeg'],
    ['  ', 'leeg'],
    ['1/1/58', 'jaar'],
    ['01-01-58', 'jaar'],
    ['1.1.58', 'jaar'],
    ['31-2-1958', 'anders'],
    ['gisteren', 'anders'],
  ])('of "%s" say what is wrong: %s', (text, waarom) => expect(waaromGeenDag(text)).toBe(waarom));

  it('say how long ago, then the time, then the day', () => {
    expect(wanneer('2026-11-25T08:00:00Z', now)).toBe('5 minuten geleden');
    expect(wanneer('2026-11-25T06:00:00Z', now)).toBe('7.00 uur');
    expect(wanneer('2026-11-20T06:00:00Z', now)).toBe('vr 20 november');
  });

  it('know an age', () => {
    expect(leeftijd('1958-03-14', now)).toBe(68);
    expect(leeftijd('1958-11-26', now)).toBe(67);
  });
});

describe('a command id', () => {
  it('is a UUIDv7 with the time in front', () => {
    const id = uuidv7(0x0123456789ab);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidv7()).not.toBe(uuidv7());
  });
});

describe('announcements', () => {
  it('come at most once per five seconds, the newest of each kind', () => {
    vi.useFakeTimers();
    const omroep = new Omroep();
    const said: string[] = [];
    omroep.listen(() => said.push(omroep.getText()));
    omroep.zeg('nieuw', '1 nieuwe zaak');
    vi.advanceTimersByTime(100);
    omroep.zeg('nieuw', '2 nieuwe zaken');
    omroep.zeg('nieuw', '3 nieuwe zaken');
    omroep.zeg('tafel', 'Emma schuift aan');
    vi.advanceTimersByTime(4_000);
    expect(said).toEqual(['1 nieuwe zaak']);
    vi.advanceTimersByTime(2_000);
    expect(said).toEqual(['1 nieuwe zaak', '3 nieuwe zaken. Emma schuift aan']);
    vi.useRealTimers();
  });
});
