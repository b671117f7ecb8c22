import { afterEach, expect, test } from 'vitest';
import { Concept, isIetsOnbewaard, isIngevuld, wisConcepten } from './concept';

const concept = new Concept<{ tekst: string }>(({ tekst }) => tekst !== '');
afterEach(wisConcepten);

const sluit = () => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

// shows C6, E8
test('closing the tab asks only when something would be lost', () => {
  expect(sluit()).toBe(false);
  concept.bewaar({ tekst: '' });
  expect(sluit()).toBe(false);
  concept.bewaar({ tekst: 'De trap' });
  expect(sluit()).toBe(true);
  expect(concept.lees()).toEqual({ tekst: 'De trap' });
});

// shows I14
test('nothing of it is left for the next one', () => {
  concept.bewaar({ tekst: 'De trap' });
  expect(isIetsOnbewaard()).toBe(true);
  wisConcepten();
  expect(isIetsOnbewaard()).toBe(false);
  expect(concept.lees()).toBeUndefined();
});

test('a field counts when there is more in it than spaces', () => {
  expect(isIngevuld(undefined)).toBe(false);
  expect(isIngevuld({ a: '  ', kanaal: 'balie' }, ['a'])).toBe(false);
  expect(isIngevuld({ a: 'x' })).toBe(true);
});
