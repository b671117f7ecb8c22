import { beforeEach, describe, expect, it } from 'vitest';
import {
  bewaar,
  isBijnaOver,
  naamfout,
  samen,
  vanVoorheen,
  verwijder,
  WEERGAVEN_MAX,
  wisVoorheen,
} from './bewaard';

const een = (naam: string, adres = 'termijn=laat') => ({ naam, adres });
const vol = Array.from({ length: WEERGAVEN_MAX }, (_, i) => een(`W${i}`));
const SLEUTEL = 'keukentafel-weergaven';

beforeEach(() => localStorage.clear());

// shows X-1, C12
describe('views with a name', () => {
  it('come behind, get another name in their place, and go', () => {
    let van = bewaar(een('Jeugd'))(bewaar(een('Te laat'))([]));
    van = bewaar(een('Veel te laat'), 'Te laat')(van);
    expect(van.map(({ naam }) => naam)).toEqual(['Veel te laat', 'Jeugd']);
    expect(verwijder('Veel te laat')(van)).toEqual([een('Jeugd')]);
  });

  it('what another desk took away meanwhile comes back under its new name, and never twice', () => {
    expect(bewaar(een('Nieuw'), 'Weg')([een('Jeugd')])).toEqual([een('Jeugd'), een('Nieuw')]);
    expect(bewaar(een('Jeugd'))([een('jeugd', 'op=termijn')])).toEqual([een('jeugd', 'op=termijn')]);
  });

  it.each([
    ['', 'leeg'],
    ['x'.repeat(41), 'lang'],
    ['Zaak 9999.90.019', 'bsn'],
    ['te LAAT', 'dubbel'],
    ['Jeugd', undefined],
  ] as const)('the name %j: %s', (naam, fout) => {
    expect(naamfout([een('Te laat')], naam)).toBe(fout);
  });

  it('one keeps its own name, and beyond what one can choose from there is no new one', () => {
    expect(naamfout(vol, 'W0', 'W0')).toBeUndefined();
    expect(naamfout(vol, 'Nieuw', 'W0')).toBeUndefined();
    expect(naamfout(vol, 'Nieuw')).toBe('vol');
    expect(samen(vol, [een('Nieuw')])).toHaveLength(WEERGAVEN_MAX);
  });

  it('those that a browser kept before are read as views, of their owner only, and gone once taken over', () => {
    const emma = [
      { naam: ' Laat ', adres: 'termijn=laat&naam=Maria&status=x', blijft: true },
      { naam: 1, adres: 'x' },
      null,
    ];
    localStorage.setItem(SLEUTEL, JSON.stringify({ emma, kevin: [een('Van mij')] }));
    expect(vanVoorheen('emma')).toEqual([een('Laat')]);
    wisVoorheen('emma');
    expect([vanVoorheen('emma'), vanVoorheen('kevin')]).toEqual([[], [een('Van mij')]]);
    wisVoorheen('kevin');
    expect(localStorage).toHaveLength(0);
  });

  it.each(['', 'geen json', '[]', '{"emma":3}'])('what is no view is none: %j', (tekst) => {
    localStorage.setItem(SLEUTEL, tekst);
    expect(vanVoorheen('emma')).toEqual([]);
  });

  it('what is used is kept anew before it ends', () => {
    const now = new Date('2026-11-25T10:00:00Z');
    const tot = (verloopt_op: string) => ({ weergaven: [een('Laat')], versie: 1, verloopt_op });
    expect(isBijnaOver(tot('2028-11-20T00:00:00Z'), now)).toBe(false);
    expect(isBijnaOver(tot('2027-06-01T00:00:00Z'), now)).toBe(true);
    expect(isBijnaOver({ weergaven: [], versie: 0 }, now)).toBe(false);
  });
});
