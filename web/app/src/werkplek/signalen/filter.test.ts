import { expect, it } from 'vitest';
import type { SignaalRij } from '../../api/types';
import { isAfgehandeld, leesFilter, opSpoed, past, vraagVan } from './filter';

const rij: SignaalRij = {
  toegang: 'wat',
  id: '019ab000-0000-7000-8000-00000000000a',
  signaalsoort: 'huurachterstand',
  soort_naam: 'Achterstand met de huur',
  urgentie: 'gewoon',
  ontvangen_op: '2026-11-25T08:00:00Z',
  laatst_op: '2026-11-25T08:00:00Z',
  keren: 1,
  afgehandeld: null,
  plaats: '9999 XB Wiedermeer',
  bronnen: ['woningstichting'],
};

// shows KING-ZT25
it.each([
  ['', true],
  ['?soort=huurachterstand', true],
  ['?soort=overlast', false],
  ['?plaats=9999', true],
  ['?plaats=wieder', true],
  ['?plaats=xb', true],
  ['?plaats=99b', false],
  ['?van=2026-11-25&tot=2026-11-25', true],
  ['?van=2026-11-26', false],
  ['?tot=2026-11-24', false],
  ['?bron=woningstichting', true],
  ['?bron=school', false],
  ['?iets=anders', true],
])('%s', (zoek, then) => {
  expect(past(rij, leesFilter(zoek))).toBe(then);
});

// shows KING-ZT25
it('asks the server for what was handled, page by page', () => {
  const filter = leesFilter('?stand=afgehandeld&soort=overlast&iets=anders');
  expect(isAfgehandeld(filter)).toBe(true);
  expect(isAfgehandeld(leesFilter('?soort=overlast'))).toBe(false);
  expect(vraagVan(filter, '')).toBe('aantal=25&stand=afgehandeld&soort=overlast');
  expect(vraagVan({ stand: 'afgehandeld' }, 'a/b')).toBe('aantal=25&stand=afgehandeld&na=a%2Fb');
});

it('does not find by what is behind the curtain', () => {
  const { plaats: _p, bronnen: _b, ...dat } = rij;
  expect(past({ ...dat, toegang: 'dat' }, leesFilter('?bron=woningstichting'))).toBe(false);
  expect(past({ ...dat, toegang: 'dat' }, leesFilter('?plaats=9999'))).toBe(false);
});

it('puts what cannot wait on top, and of the rest the newest', () => {
  const van = (id: string, urgentie: SignaalRij['urgentie'], dag: number): SignaalRij => ({
    ...rij,
    id,
    urgentie,
    ontvangen_op: `2026-11-${dag}T08:00:00Z`,
  });
  const lijst = [
    van('oud', 'gewoon', 10),
    van('spoed', 'spoed', 11),
    van('nieuw', 'gewoon', 25),
    van('crisis', 'crisis', 10),
  ];
  expect(lijst.sort(opSpoed).map((een) => een.id)).toEqual(['crisis', 'spoed', 'nieuw', 'oud']);
});
