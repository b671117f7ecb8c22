import { expect, it } from 'vitest';

const bron = import.meta.glob<string>('./*.ts', { query: '?raw', import: 'default', eager: true });

/** One word for one thing: what stands left is not said, what stands right is. */
const LIEVER: [RegExp, string][] = [
  [/\bu heeft\b/i, 'u hebt'],
  [/\bheeft u\b/i, 'hebt u'],
  [/\bservicedesk\b/i, 'helpdesk'],
];

it.each(LIEVER)('%s is said as "%s"', (niet, _wel) => {
  const teksten = Object.entries(bron).filter(([naam]) => !naam.endsWith('.test.ts'));
  expect(teksten.length).toBeGreaterThan(5);
  for (const [naam, tekst] of teksten) expect(tekst.match(niet), naam).toBeNull();
});
