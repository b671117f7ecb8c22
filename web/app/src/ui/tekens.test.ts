import { expect, test } from 'vitest';
import { telTekens, teveel } from './tekens';

// shows C2-L1
test('characters are counted as the server counts them: whole ones, and not the space around', () => {
  expect(telTekens('  één 😀 ')).toBe(5);
  expect(teveel('a'.repeat(200), 200)).toBe(0);
  expect(teveel(`${'a'.repeat(200)}😀`, 200)).toBe(1);
  expect(teveel(` ${'a'.repeat(200)} `, 200)).toBe(0);
});
