import { describe, expect, it } from 'vitest';
import type { BriefWat, Tijdlijnregel } from '../../api/types';
import { momenten } from './momenten';

const regel = (versie: number, at: string) => ({ versie, soort: 'X', at }) as Tijdlijnregel;
const brief = (id: string, mail_mislukt_op?: string) =>
  ({ id, naam: 'Ontvangstbevestiging', stap: 'gepost', mail_mislukt_op }) as BriefWat;
const ids = (regels: Tijdlijnregel[], brieven: BriefWat[]) => momenten(regels, brieven).map(({ id }) => id);

// shows C2-L1
describe('a mail that did not arrive', () => {
  const regels = [regel(2, '2026-11-25T10:00:00Z'), regel(1, '2026-11-24T10:00:00Z')];

  it('stands in the timeline where it happened, also after the letter was posted', () => {
    expect(ids(regels, [brief('a', '2026-11-24T12:00:00Z')])).toEqual(['regel-2', 'brief-a', 'regel-1']);
    expect(ids(regels, [brief('a', '2026-11-26T12:00:00.5Z')])[0]).toBe('brief-a');
    expect(ids([], [brief('a', '2026-11-26T12:00:00Z')])).toEqual(['brief-a']);
  });

  it('a letter of which nothing went wrong has no line', () => {
    expect(ids(regels, [brief('a')])).toEqual(['regel-2', 'regel-1']);
  });
});
