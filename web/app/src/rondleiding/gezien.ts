// Who has seen the first visit on this device, or did not want to. Two letters made of who and in which role, from which nobody can tell who
// it was; on a device that several use, another one is asked all the same.
const BEWAARD = 'keukentafel-rondleiding';
/** Kept of the last so many: a desk that a team shares. */
const GEZIEN_MAX = 30;

/** FNV-1a, brought down to ten bits: enough to tell colleagues apart, too little to know one by. */
export function merk(id: string, rol: string): string {
  let hash = 0x811c9dc5;
  for (const teken of `${id} ${rol}`) {
    hash ^= teken.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 10) ^ (hash >>> 20)) & 0x3ff).toString(32).padStart(2, '0');
}

/** A browser that keeps nothing asks at each visit; it is one press to put it away. */
function lees(): string[] {
  try {
    return (localStorage.getItem(BEWAARD) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

export const isGezien = (id: string, rol: string) => lees().includes(merk(id, rol));

export function zetGezien(id: string, rol: string) {
  const eigen = merk(id, rol);
  const alle = [...lees().filter((een) => een !== eigen), eigen].slice(-GEZIEN_MAX);
  try {
    localStorage.setItem(BEWAARD, alle.join(' '));
  } catch {
    // see lees()
  }
}
