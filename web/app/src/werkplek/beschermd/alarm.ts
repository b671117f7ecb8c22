// How far who looks after protected dossiers has read. In memory only: on the next start the page itself tells who looked.
let tot: number | undefined;
const luisteraars = new Set<() => void>();

export function gezienTot(keer: number) {
  if (tot === keer) return;
  tot = keer;
  for (const luister of luisteraars) luister();
}

export const leesGezien = () => tot;

export function bijGezien(luister: () => void): () => void {
  luisteraars.add(luister);
  return () => luisteraars.delete(luister);
}
