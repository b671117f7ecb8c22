import { expect, test } from 'vitest';
import { leesContact, veldVan } from './contact';

const mens = (id: string) => ({ id, naam: `Mens ${id}` });
const gekozen = [mens('a'), mens('b')];

// shows C2-N5, C2-L2
test('what is wrong with one melding stands at its own subject', () => {
  expect(veldVan('meldingen.0.onderwerp', gekozen)).toBe('onderwerp-a');
  expect(veldVan('meldingen.1.onderwerp', gekozen)).toBe('onderwerp-b');
  expect(veldVan('meldingen.2.onderwerp', gekozen)).toBeUndefined();
  expect(veldVan('spreker.telefoon', gekozen)).toBe('sprekertelefoon');
});

// shows C2-N5, C2-L2
test('a subject that is too long is refused and not cut, and who spoke can be called back', () => {
  const data = new FormData();
  const velden = {
    hulpvraag: 'Vraag',
    spreker: 'a',
    controle: 'geen',
    kanaal: 'balie',
    sprekertelefoon: '06 1',
  };
  for (const [naam, waarde] of Object.entries({ ...velden, 'onderwerp-a': 'kort' })) data.set(naam, waarde);
  data.set('onderwerp-b', 'o'.repeat(203));
  const kring = { persoon: mens('a'), gekozen };
  const lang = leesContact(data, kring);
  expect('fouten' in lang && lang.fouten).toEqual([
    { veld: 'onderwerp-b', tekst: expect.stringContaining('3 te veel') },
  ]);
  data.set('onderwerp-b', 'o'.repeat(200));
  const goed = leesContact(data, kring);
  expect('body' in goed && goed.body.meldingen[1]?.onderwerp).toHaveLength(200);
  expect('body' in goed && goed.body.spreker).toEqual({ soort: 'persoon', persoon: 'a', telefoon: '06 1' });
});
