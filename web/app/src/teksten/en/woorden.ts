// Words that English texts are made of.
const getallen = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const getal = (n: number) => getallen[n] ?? String(n);
export const Getal = (n: number) => getal(n).charAt(0).toUpperCase() + getal(n).slice(1);
export const en = (namen: string[]) =>
  namen.length < 2 ? (namen[0] ?? '') : `${namen.slice(0, -1).join(', ')} and ${namen[namen.length - 1]}`;
export const voornaam = (naam: string) => naam.split(' ')[0] ?? naam;
