// The server hands out a place per room; on the wire to stock clients it is a colour. Both come back to a place here, so that light,
// dark and the municipality's theme decide how it looks.
import { plekVan } from '../ui/stoel';

/** The eight colours of the places as the server names them to any editor (they are those of the light theme). */
const PLEKKEN = ['2450ac', '8a2e6a', '1e6b52', 'a0460c', '5b43a6', '0d6577', '6b5a00', '4d5b6b'];

export function plekVanKleur(color: string | undefined): number | undefined {
  if (!color) return undefined;
  const hex = PLEKKEN.indexOf(color.replace('#', '').toLowerCase());
  if (hex >= 0) return hex + 1;
  const number = /(\d)\)?$/.exec(color);
  const plek = number && !/^#/.test(color) ? Number(number[1]) : 0;
  return plek >= 1 && plek <= 8 ? plek : undefined;
}

export function plekVanGebruiker(user: { id?: string; color?: string } | undefined): number {
  return plekVanKleur(user?.color) ?? (user?.id ? plekVan(user.id) : 8);
}
