import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rol } from '../api/types';
import { heeft, type Onderdeel, rollenMet } from './rollen';

const met = (onderdeel: Onderdeel) => [...rollenMet(onderdeel)].sort();
const CONSULENTEN: Rol[] = ['consulent_inkomen', 'jeugdconsulent', 'wmoconsulent'];

describe('what a role has', () => {
  // shows C2-R6, KING-R4
  it('whoever distributes the work has the board and the table, and no werkvoorraad of their own', () => {
    expect(met('verdelen')).toEqual(['werkverdeler', 'wijkteammanager']);
    for (const rol of rollenMet('verdelen')) {
      expect([heeft(rol, 'voorraad'), heeft(rol, 'zaken'), heeft(rol, 'zoeken')], rol).toEqual([
        false,
        true,
        true,
      ]);
    }
  });

  // shows C1-P1, C2-K1, C2-E1
  it('each consulent has a werkvoorraad, its table, what they are to do and work to search in', () => {
    for (const rol of CONSULENTEN) {
      for (const onderdeel of ['voorraad', 'zaken', 'acties', 'zoeken'] as const) {
        expect(heeft(rol, onderdeel), `${rol} ${onderdeel}`).toBe(true);
      }
    }
  });

  it('a list has whoever is to see it, by name', () => {
    expect(met('signalen')).toEqual(['jeugdconsulent', 'regisseur', 'wijkteammanager', 'wmoconsulent']);
    expect(met('voorraad').filter((rol) => !heeft(rol, 'zaken'))).toEqual([
      'backoffice',
      'medewerker_budgetbeheer',
      'regisseur',
    ]);
    expect(met('voorraad').filter((rol) => !heeft(rol, 'acties'))).toEqual(['frontoffice', 'kcc', 'toetser']);
  });

  it('whoever has work can search in it, but for who only judges what is offered', () => {
    const metWerk = [...new Set([...met('voorraad'), ...met('verdelen')])];
    expect(metWerk.filter((rol) => !heeft(rol, 'zoeken'))).toEqual(['toetser']);
    expect(met('zoeken').filter((rol) => !metWerk.includes(rol))).toEqual(['privacyfunctionaris']);
  });

  // What the server lets search is typed there; a link that leads to a refusal, or work that nobody can find, would show here.
  it('those whom the server lets search are those who are offered it', () => {
    const tabel = readFileSync('../../src/domain/bevoegdheid/tabel.rs', 'utf8');
    const blok = /const HEEFT_WERK: &\[Rol\] = &\[([^\]]*)\]/.exec(tabel)?.[1] ?? '';
    const slang = (naam: string) => naam.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    const server = [...blok.matchAll(/Rol::(\w+)/g)].map(([, naam]) => slang(naam ?? '')).sort();
    expect(server.length).toBeGreaterThan(0);
    expect(met('zoeken')).toEqual(server);
  });

  it.each(['inwoner', 'groepsparticipant', 'ketenpartner', 'bestuur', 'systeem'] as const)(
    '%s has none of it here',
    (rol) => {
      const alle: Onderdeel[] = ['voorraad', 'zaken', 'acties', 'signalen', 'verdelen', 'zoeken'];
      expect(alle.filter((onderdeel) => heeft(rol, onderdeel))).toEqual([]);
    },
  );
});
