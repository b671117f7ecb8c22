import { afterEach, describe, expect, it, vi } from 'vitest';
import { bijKlok, nu, opKlok, sessieHier, zetKlok, zetSessieklok } from './klok';

afterEach(() => vi.useRealTimers());

describe('the clock', () => {
  it('is that of the server, also when the device is wrong', () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T08:00:00Z') });
    const heard = vi.fn();
    const off = bijKlok(heard);
    zetKlok('2026-12-09T08:00:00Z');
    expect(heard).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    expect(nu().toISOString()).toBe('2026-12-09T08:01:00.000Z');
    expect(opKlok(Date.parse('2026-11-25T07:00:00Z')).toISOString()).toBe('2026-12-09T07:00:00.000Z');
    zetKlok('nonsense');
    expect(nu().toISOString()).toBe('2026-12-09T08:01:00.000Z');
    off();
    zetKlok('2026-11-25T08:01:00Z');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('counts the session apart', () => {
    const hier = Date.parse('2026-11-25T08:00:00Z');
    zetSessieklok('Wed, 25 Nov 2026 08:05:00 GMT', hier);
    zetSessieklok(null, hier);
    expect(sessieHier('2026-11-25T08:35:00Z')).toBe(Date.parse('2026-11-25T08:30:00Z'));
    zetSessieklok('Wed, 25 Nov 2026 08:00:00 GMT', hier);
  });
});
