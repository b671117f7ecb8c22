// A table as a file for a spreadsheet: what stands on the screen and nothing else. Semicolons, a mark of UTF-8 and the ends of lines of Windows,
// as the spreadsheets of this country read it.

/** What a spreadsheet would work out instead of show, when a cell begins with it (OWASP, CSV injection). */
const FORMULE = /^[=+\-@\t\r]/;
const OMSLUIT = /[";\r\n]/;
const GETAL = /^-?\d+(,\d+)?$/;

/** One cell: a number stays one, and what could be a formula is text. */
export function cel(waarde: string | number): string {
  const tekst = String(waarde);
  const veilig = FORMULE.test(tekst) && !GETAL.test(tekst) ? `'${tekst}` : tekst;
  return OMSLUIT.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}

export type Rijen = readonly (readonly (string | number)[])[];

export const csv = (rijen: Rijen): string =>
  `\uFEFF${rijen.map((rij) => rij.map(cel).join(';')).join('\r\n')}\r\n`;

/** Hands it to the browser, which keeps it where it keeps what is downloaded. */
export function bewaar(naam: string, rijen: Rijen) {
  const adres = URL.createObjectURL(new Blob([csv(rijen)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = adres;
  link.download = naam;
  link.click();
  // The browser has begun by the next turn.
  setTimeout(() => URL.revokeObjectURL(adres), 0);
}
