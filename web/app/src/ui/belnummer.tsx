// A number that a phone calls by a touch.
import { createContext, useContext } from 'react';

/** As a phone dials it: `(0)` is said to who calls from here, not dialled behind the number of the country. */
export function telHref(nummer: string): string {
  const buitenland = /^\s*(\+|00)/.test(nummer);
  const kaal = buitenland ? nummer.replace(/\(0\)/, '') : nummer;
  return `tel:${kaal.replace(/[^+\d]/g, '')}`;
}

export function Belnummer({ nummer }: { nummer: string }) {
  return (
    <a className="nowrap" href={telHref(nummer)} data-belnummer>
      {nummer}
    </a>
  );
}

const Telefoon = createContext<string | null | undefined>(undefined);
/** Of whom the page is: the number of their municipality. */
export const TelefoonProvider = Telefoon.Provider;

/** Behind a sentence that says to call: the number, where it says so. Without one the sentence stands alone. */
export function Bel() {
  const nummer = useContext(Telefoon);
  return nummer ? (
    <>
      {' '}
      <Belnummer nummer={nummer} />
    </>
  ) : null;
}
