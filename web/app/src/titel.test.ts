// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bedekTitel, zetTitel } from './titel';

// shows G36
describe('the name of the window', () => {
  it('is what the page calls itself, but not while that is covered', () => {
    zetTitel('Zaak van Maria');
    expect(document.title).toBe('Zaak van Maria');
    const bloot = bedekTitel('U bent uitgelogd');
    expect(document.title).toBe('U bent uitgelogd');
    zetTitel('Zaak van Dylan');
    expect(document.title).toBe('U bent uitgelogd');
    bloot();
    expect(document.title).toBe('Zaak van Dylan');
  });
});
