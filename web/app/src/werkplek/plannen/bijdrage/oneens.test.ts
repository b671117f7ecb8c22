import { describe, expect, it } from 'vitest';
import type { DoelreactieWat } from '../../../api/types';
import { oneensMet } from './oneens';

const zegt = (door: string, instemming: DoelreactieWat['instemming']) =>
  ({ id: `${door} ${instemming}`, door, instemming }) as DoelreactieWat;

// shows KING-PL7
describe('who does not agree with a goal', () => {
  it('is who said so last, whoever else agrees', () => {
    const reacties = [zegt('maria', 'oneens'), zegt('jan', 'eens')];
    expect(oneensMet({ reacties }).map(({ door }) => door)).toEqual(['maria']);
  });

  it('is nobody who agreed since; words take nothing back', () => {
    expect(oneensMet({ reacties: [zegt('maria', 'oneens'), zegt('maria', 'eens')] })).toEqual([]);
    expect(oneensMet({ reacties: [zegt('maria', 'oneens'), zegt('maria', 'opmerking')] })).toHaveLength(1);
    expect(oneensMet({ reacties: [] })).toEqual([]);
  });
});
