import { describe, expect, it } from 'vitest';
import { isTeLaat, opSpoed } from './spoed';

const rij = (zaaknummer: string, uiterlijk_op: string, contact_uiterlijk?: string) => ({
  zaaknummer,
  uiterlijk_op,
  ...(contact_uiterlijk ? { contact_uiterlijk } : {}),
});

// shows C2-L4
describe('what cannot wait comes first', () => {
  it('by the day of first contact, then by the term, then by number', () => {
    const oud = rij('1', '2026-11-26');
    const crisis = rij('4', '2027-01-20', '2026-11-25');
    const spoed = rij('3', '2027-01-06', '2026-11-26');
    const spoedEerder = rij('2', '2027-01-05', '2026-11-26');
    const gelijk = rij('0', '2026-11-26');
    expect([oud, spoed, crisis, gelijk, spoedEerder].sort(opSpoed)).toEqual([
      crisis,
      spoedEerder,
      spoed,
      gelijk,
      oud,
    ]);
  });

  it('is late on the day after that of first contact, however much term there is', () => {
    const crisis = rij('1', '2027-01-20', '2026-11-25');
    expect(isTeLaat(crisis, new Date('2026-11-25T23:59:00+01:00'))).toBe(false);
    expect(isTeLaat(crisis, new Date('2026-11-26T00:01:00+01:00'))).toBe(true);
    expect(isTeLaat(rij('2', '2027-01-20'), new Date('2026-11-26T12:00:00Z'))).toBe(false);
    expect(isTeLaat(rij('3', '2026-11-25'), new Date('2026-11-26T12:00:00Z'))).toBe(true);
  });
});
