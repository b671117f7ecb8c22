import { afterEach, describe, expect, it } from 'vitest';
import { beginVoorkeur, kiesThema, leesThema, leesToetsen, zetToetsen } from './voorkeur';

const attribuut = () => document.documentElement.dataset.theme;

afterEach(() => {
  localStorage.clear();
  beginVoorkeur();
});

describe('what is chosen for this device', () => {
  it('is as the system has it until somebody chooses, and then holds at the next start', () => {
    beginVoorkeur();
    expect([leesThema(), attribuut(), leesToetsen()]).toEqual(['systeem', undefined, true]);
    kiesThema('donker');
    zetToetsen(false);
    expect(attribuut()).toBe('dark');
    delete document.documentElement.dataset.theme;
    beginVoorkeur();
    expect([leesThema(), attribuut(), leesToetsen()]).toEqual(['donker', 'dark', false]);
  });

  it('keeps nothing of who is as the system has it', () => {
    kiesThema('licht');
    zetToetsen(false);
    kiesThema('systeem');
    zetToetsen(true);
    expect([attribuut(), localStorage.length]).toEqual([undefined, 0]);
  });

  it('is not what somebody else put there', () => {
    localStorage.setItem('keukentafel-thema', 'paars');
    beginVoorkeur();
    expect([leesThema(), attribuut()]).toEqual(['systeem', undefined]);
  });
});
