// The name of the window. It says whom a zaak is about, so it goes with what is on the screen when the session ends.

let eigen = '';
let bedekt: string | undefined;

export function zetTitel(titel: string) {
  eigen = titel;
  document.title = bedekt ?? titel;
}

/** Until the answer is called the window is named this, whatever the page calls itself. */
export function bedekTitel(met: string): () => void {
  bedekt = met;
  eigen ||= document.title;
  document.title = met;
  return () => {
    bedekt = undefined;
    document.title = eigen;
  };
}
