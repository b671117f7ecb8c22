import { beforeEach, describe, expect, it } from 'vitest';
import { isTaalVanAnder, kiesTaal } from './taal';

beforeEach(() => localStorage.clear());

// shows X-51
describe('the language on a browser that others use', () => {
  it('is of whoever comes in with it, and of no later session', () => {
    kiesTaal('en');
    expect(isTaalVanAnder('sessie van Maria')).toBe(false);
    expect(isTaalVanAnder('sessie van Maria'), 'a page further').toBe(false);
    expect(isTaalVanAnder('sessie van Jan')).toBe(true);
    expect(localStorage.length, 'nothing of it is left').toBe(0);
    expect(isTaalVanAnder('sessie van Jan'), 'and the page is drawn anew once').toBe(false);
  });

  it('is chosen anew by who comes next', () => {
    kiesTaal('en');
    isTaalVanAnder('sessie van Maria');
    kiesTaal('en');
    expect(isTaalVanAnder('sessie van Jan')).toBe(false);
    kiesTaal('nl');
    expect(localStorage.length).toBe(0);
  });
});
