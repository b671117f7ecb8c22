import { expect, it } from 'vitest';
import { filtert, KOLOMMEN, leesWeergave, schakelKolom, schrijfWeergave, sorteerOp } from './weergave';

// shows C2-K1, X-1
it('a view comes back from its address as it was', () => {
  const adres = 'wie=mijn&status=onderzoek&termijn=laat&op=zaak.af&kolommen=zaak.status.termijn';
  const weergave = leesWeergave(adres);
  expect(weergave).toMatchObject({
    wie: 'mijn',
    status: 'onderzoek',
    termijn: 'laat',
    op: 'zaak',
    af: true,
    kolommen: ['zaak', 'status', 'termijn'],
  });
  expect(leesWeergave(schrijfWeergave(weergave))).toEqual(weergave);
});

it('how it begins stands in no address', () => {
  expect(schrijfWeergave(leesWeergave(''))).toBe('');
  expect(filtert(leesWeergave(''))).toBe(false);
});

it('what is no view is left out, and the zaak itself is always a column', () => {
  const weergave = leesWeergave(
    'status=weg&termijn=ooit&urgentie=nee&op=naam&soort=%3Cscript%3E&kolommen=bsn',
  );
  expect(schrijfWeergave(weergave)).toBe('kolommen=zaak');
  expect(weergave.kolommen).toEqual(['zaak']);
});

it('a column turns round when it is chosen again, and another begins from low to high', () => {
  const eens = sorteerOp(leesWeergave(''), 'zaak');
  expect([eens.op, eens.af]).toEqual(['zaak', false]);
  expect(sorteerOp(eens, 'zaak').af).toBe(true);
  expect(sorteerOp(sorteerOp(eens, 'zaak'), 'status').af).toBe(false);
});

it('columns stand in their own order, whichever came last', () => {
  const zonder = schakelKolom(leesWeergave(''), 'soort', false);
  expect(zonder.kolommen).toEqual(KOLOMMEN.filter((kolom) => kolom !== 'soort'));
  expect(schakelKolom(zonder, 'soort', true).kolommen).toEqual(KOLOMMEN);
  expect(schakelKolom(zonder, 'zaak', false).kolommen).toContain('zaak');
});
