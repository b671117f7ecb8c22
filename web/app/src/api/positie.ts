// How far the record was when this tab was last told: with it, whichever server answers shows what was done here.

let hoogste = 0;

/** What a command answered. */
export function verteld(answer: unknown) {
  if (typeof answer !== 'object' || answer === null || !('positie' in answer)) return;
  if (typeof answer.positie === 'number') hoogste = Math.max(hoogste, answer.positie);
}

/** To send along with the next question; nothing before anything was done. */
export const meegezonden = (): { positie?: number } => (hoogste ? { positie: hoogste } : {});

/** A tab that begins anew. For tests. */
export function vergeet() {
  hoogste = 0;
}
