import { beforeEach, describe, expect, it } from 'vitest';
import {
  bewaarWeergave,
  bijWeergaven,
  naamfout,
  ontleed,
  vergeetWeergaven,
  verwijderWeergave,
  WEERGAVEN_MAX,
  weergavenVan,
} from './bewaard';

const een = (naam: string, blijft = false, adres = 'termijn=laat') => ({ naam, adres, blijft });
const namen = (wie: string) => weergavenVan(wie).map(({ naam }) => naam);

beforeEach(() => localStorage.clear());

// shows X-1, C12
describe('views with a name', () => {
  it('are of one person, get another name in their place, and go', () => {
    bewaarWeergave('emma', een('Te laat'));
    bewaarWeergave('emma', een('Jeugd'));
    bewaarWeergave('kevin', een('Van mij'));
    bewaarWeergave('emma', een('Veel te laat'), 'Te laat');
    expect([namen('emma'), namen('kevin')]).toEqual([['Veel te laat', 'Jeugd'], ['Van mij']]);
    verwijderWeergave('emma', 'Veel te laat');
    expect(namen('emma')).toEqual(['Jeugd']);
  });

  it('on a shared desk go with who logs out, unless they said that the device is theirs', () => {
    bewaarWeergave('emma', een('Even'));
    bewaarWeergave('emma', een('Altijd', true));
    bewaarWeergave('kevin', een('Ook even'));
    vergeetWeergaven('emma');
    expect([namen('emma'), namen('kevin')]).toEqual([['Even', 'Altijd'], []]);
    vergeetWeergaven();
    expect(namen('emma')).toEqual(['Altijd']);
    verwijderWeergave('emma', 'Altijd');
    expect(localStorage).toHaveLength(0);
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
    const vol = Array.from({ length: WEERGAVEN_MAX }, (_, i) => een(`W${i}`));
    expect(naamfout(vol, 'W0', 'W0')).toBeUndefined();
    expect(naamfout(vol, 'Nieuw', 'W0')).toBeUndefined();
    expect(naamfout(vol, 'Nieuw')).toBe('vol');
  });

  it.each(['', 'geen json', '[]', '{"emma":3}', '{"emma":[{"naam":1,"adres":"x"},null]}'])(
    'what is no view is none: %j',
    (tekst) => {
      expect(Object.values(ontleed(tekst)).flat()).toEqual([]);
    },
  );

  it('an address is read as one: what is no filter does not get in', () => {
    const tekst = JSON.stringify({ emma: [{ naam: ' Laat ', adres: 'termijn=laat&naam=Maria&status=x' }] });
    expect(ontleed(tekst)).toEqual({ emma: [{ naam: 'Laat', adres: 'termijn=laat', blijft: false }] });
  });

  it('each change is told', () => {
    let gezegd = 0;
    const uit = bijWeergaven(() => {
      gezegd += 1;
    });
    bewaarWeergave('emma', een('Te laat'));
    verwijderWeergave('emma', 'Te laat');
    uit();
    bewaarWeergave('emma', een('Te laat'));
    expect(gezegd).toBe(2);
  });
});
