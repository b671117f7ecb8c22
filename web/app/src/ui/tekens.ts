// How much of a bounded text is typed, counted as the server does: characters, not the halves of which some are made, and no space around it.
export const telTekens = (typed: string): number => [...typed.trim()].length;

/** Characters too many; none while it fits. */
export const teveel = (typed: string, max: number): number => Math.max(0, telTekens(typed) - max);
