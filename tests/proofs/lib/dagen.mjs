// Days that lie ahead, whenever a proof runs: what is agreed for a day before today is refused.

const DAG_MS = 86_400_000

const over = dagen => new Date(Date.now() + dagen * DAG_MS).toISOString().slice(0, 10)

/** The same for the whole of a run, so that what is asked twice is the same. */
export const STRAKS = over(60)

/** The day that it is at the gemeente. */
export const vandaag = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
