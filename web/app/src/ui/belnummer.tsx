// A number that a phone calls by a touch.

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
