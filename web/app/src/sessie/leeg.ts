// Logging out empties every tab of this browser, and what the browser keeps of a page for "Back".

const KANAAL = 'keukentafel-sessie';
const UIT = 'uit';
/** It was said in this tab, which hears itself too and is on its own way out. */
let hier = false;

/** Nothing of the page is left in the document; what comes next is another page. */
export function maakLeeg() {
  document.title = '';
  document.body.replaceChildren();
}

/** Tells the other tabs of this browser that whoever sits here logged out. */
export function zegUit() {
  hier = true;
  const kanaal = new BroadcastChannel(KANAAL);
  kanaal.postMessage(UIT);
  kanaal.close();
}

/** Calls back when somebody logs out in another tab of this browser. */
export function bijUit(uit: () => void): () => void {
  const kanaal = new BroadcastChannel(KANAAL);
  kanaal.onmessage = (event) => {
    if (event.data === UIT && !hier) uit();
  };
  return () => kanaal.close();
}

/** A page that the browser keeps for "Back" is kept empty, and asked anew: whoever comes back may be somebody else. */
export function bewaarNiets() {
  window.addEventListener('pagehide', (event) => {
    if (event.persisted) maakLeeg();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
