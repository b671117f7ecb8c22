// Who asks for a fresh proof of who one is, and who shows the question. One question at a time: whoever comes second waits for the same
// answer.

type Antwoord = (bevestigd: boolean) => void;

let wachtend: Antwoord[] = [];
const luisteraars = new Set<() => void>();

const zeg = () => {
  for (const luister of luisteraars) luister();
};

/** Resolves when it is answered: whether whoever is here proved anew who they are. */
export function bevestig(): Promise<boolean> {
  return new Promise((resolve) => {
    wachtend = [...wachtend, resolve];
    zeg();
  });
}

export const isGevraagd = () => wachtend.length > 0;

export function bijVraag(luister: () => void): () => void {
  luisteraars.add(luister);
  return () => luisteraars.delete(luister);
}

export function antwoordMet(bevestigd: boolean) {
  const allen = wachtend;
  wachtend = [];
  zeg();
  for (const antwoord of allen) antwoord(bevestigd);
}
