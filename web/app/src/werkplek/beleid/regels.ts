// The cells of the policy as lines of a table: of one role, of one kind of thing, with or without what is not allowed.
import type { BeleidWat, Rol, Toegang } from '../../api/types';

export interface Keuze {
  rol: Rol | '';
  soort: string;
  /** With the cells that give nothing, too. */
  ook: boolean;
}

export interface Regel {
  rol: Rol;
  rolNaam: string;
  voorwerp: string;
  naam: string | null | undefined;
  soort: string;
  relatie: string;
  toegang: Toegang;
}

export function regels(beleid: BeleidWat, { rol, soort, ook }: Keuze): Regel[] {
  const sleutel = (wie: string, voorwerp: string, relatie: string) => `${wie}|${voorwerp}|${relatie}`;
  const gegeven = new Map(beleid.cellen.map((c) => [sleutel(c.rol, c.voorwerp, c.relatie), c.toegang]));
  return beleid.rollen
    .filter((een) => rol === '' || een.rol === rol)
    .flatMap((een) =>
      beleid.voorwerpen
        .filter((voorwerp) => soort === '' || voorwerp.soort === soort)
        .flatMap((voorwerp) =>
          voorwerp.relaties.map((relatie) => ({
            rol: een.rol,
            rolNaam: een.naam,
            voorwerp: voorwerp.voorwerp,
            naam: voorwerp.naam,
            soort: voorwerp.soort,
            relatie,
            toegang: gegeven.get(sleutel(een.rol, voorwerp.voorwerp, relatie)) ?? 'niets',
          })),
        ),
    )
    .filter((regel) => ook || regel.toegang !== 'niets');
}
