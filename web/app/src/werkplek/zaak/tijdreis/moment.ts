// Between what people pick, a day and a time in the Netherlands, and the moment that crosses the wire.
const hier = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-25T09:00:00", as a field for date and time has it. */
export const lokaal = (at: string | Date) => hier.format(new Date(at)).replace(' ', 'T');

/** The moment at which clocks here read so; undefined when it is no date and time. In the hour that comes twice, the first. */
export function moment(tekst: string): string | undefined {
  const kaal = Date.parse(`${tekst}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(tekst) || Number.isNaN(kaal)) return undefined;
  // Summer time first: of the hour that comes twice that is the first one. A time that no clock showed is read as winter time.
  const uur = 3_600_000;
  const zomer = new Date(kaal - 2 * uur);
  const gelijk = Date.parse(`${lokaal(zomer)}Z`) === kaal;
  return (gelijk ? zomer : new Date(kaal - uur)).toISOString();
}
