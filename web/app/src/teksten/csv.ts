// A table of the screen as a file.
export const csv = {
  knop: 'Bewaar als bestand',
  van: (tabel: string) => `Bewaar als bestand: ${tabel}`,
};
