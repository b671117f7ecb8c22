import { describe, expect, it } from 'vitest';
import { genoemden, roepnaam } from './noemen';

const EMMA = { id: 'e', naam: 'Emma Bakker' };
const KEVIN = { id: 'k', naam: 'Kevin de Wit' };
const ANDERE = { id: 'a', naam: 'Emma van Dijk' };

// shows C9
describe('who is named in a remark', () => {
  it('is named by the first name, whatever the case', () => {
    expect(genoemden('Klopt dit, @emma? En @Kevin.', [EMMA, KEVIN])).toEqual(['k', 'e']);
    expect(genoemden('Vraag het @Emma Bakker', [EMMA, KEVIN])).toEqual(['e']);
  });

  it('is nobody without the sign, nor part of another word', () => {
    expect(genoemden('Emma weet het', [EMMA])).toEqual([]);
    expect(genoemden('mail@emma.nl of @Emmanuel', [EMMA])).toEqual([]);
  });

  it('is called by the whole name where two have the same first name', () => {
    expect(roepnaam(EMMA, [EMMA, KEVIN])).toBe('@Emma');
    expect(roepnaam(EMMA, [EMMA, ANDERE])).toBe('@Emma Bakker');
    expect(genoemden('@Emma, kijk jij?', [EMMA, ANDERE])).toEqual([]);
    expect(genoemden('@Emma van Dijk, kijk jij?', [EMMA, ANDERE])).toEqual(['a']);
  });
});
