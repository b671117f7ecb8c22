// Whoever agreed loses sight of the zaak: what was done is said on the page where they land, once.
let gedaan: string | undefined;

export const zetGedaan = (zin: string) => {
  gedaan = zin;
};

export function neemGedaan(): string | undefined {
  const zin = gedaan;
  gedaan = undefined;
  return zin;
}
