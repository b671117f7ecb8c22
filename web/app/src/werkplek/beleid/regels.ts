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
  beleidsobject: string;
  naam: string | null | undefined;
  soort: string;
  relatie: string;
  toegang: Toegang;
}

export function regels(beleid: BeleidWat, { rol, soort, ook }: Keuze): Regel[] {
  const sleutel = (wie: string, beleidsobject: string, relatie: string) =>
    `${wie}|${beleidsobject}|${relatie}`;
  const gegeven = new Map(beleid.cellen.map((c) => [sleutel(c.rol, c.beleidsobject, c.relatie), c.toegang]));
  return beleid.rollen
    .filter((een) => rol === '' || een.rol === rol)
    .flatMap((een) =>
      beleid.beleidsobjecten
        .filter((beleidsobject) => soort === '' || beleidsobject.soort === soort)
        .flatMap((beleidsobject) =>
          beleidsobject.relaties.map((relatie) => ({
            rol: een.rol,
            rolNaam: een.naam,
            beleidsobject: beleidsobject.beleidsobject,
            naam: beleidsobject.naam,
            soort: beleidsobject.soort,
            relatie,
            toegang: gegeven.get(sleutel(een.rol, beleidsobject.beleidsobject, relatie)) ?? 'niets',
          })),
        ),
    )
    .filter((regel) => ook || regel.toegang !== 'niets');
}
