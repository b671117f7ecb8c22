import { expect, test } from 'vitest';
import { wieDeed } from './wie';

const regel = (erin: object) => ({ wie: null, rol_naam: null, systeem: null, ...erin });

// shows X-26
test('a line names who did it, the program as the program, and nobody as nobody', () => {
  const kevin = { id: '1', naam: 'Kevin', namens: null };
  for (const [erin, then] of [
    [{ wie: kevin, rol_naam: 'jeugdconsulent' }, 'Kevin'],
    [{ rol_naam: 'systeem' }, 'het systeem'],
    [{ systeem: 'allegro' }, 'het systeem'],
    [{ rol_naam: 'signaalbron' }, 'niet ingelogd'],
    [{}, 'niet ingelogd'],
  ] as const) {
    expect(wieDeed(regel(erin))).toBe(then);
  }
});
