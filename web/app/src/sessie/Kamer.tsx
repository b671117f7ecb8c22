// While a session has ended the page is out of the document: nothing of it can be read, searched or copied. It lives on in the memory of
// the tab, with every word that was typed, and is put back when the same person logged in again.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { bedekTitel } from '../titel';

interface Plek {
  focus: HTMLElement | undefined;
  top: number;
}

/** `dicht`: the name of the window while the page is out of the document. */
export function Kamer({ dicht, children }: { dicht: string | undefined; children: ReactNode }) {
  const [plaats, setPlaats] = useState<HTMLElement | null>(null);
  const [kamer] = useState(() => {
    const div = document.createElement('div');
    div.className = 'kamer';
    return div;
  });
  return (
    <>
      <div className="kamer" ref={setPlaats} />
      {plaats && <InPlaats plaats={plaats} kamer={kamer} dicht={dicht} />}
      {plaats && createPortal(children, kamer)}
    </>
  );
}

function InPlaats({
  plaats,
  kamer,
  dicht,
}: {
  plaats: HTMLElement;
  kamer: HTMLElement;
  dicht: string | undefined;
}) {
  const plek = useRef<Plek | undefined>(undefined);
  // Before the page's own effects: they find it in the document.
  useLayoutEffect(() => {
    if (dicht === undefined) {
      plaats.append(kamer);
      if (plek.current) zetTerug(kamer, plek.current);
      plek.current = undefined;
      return undefined;
    }
    plek.current ??= neemUit(kamer);
    return bedekTitel(dicht);
  }, [plaats, kamer, dicht]);
  return null;
}

function neemUit(kamer: HTMLElement): Plek {
  const { activeElement } = document;
  const hier = activeElement instanceof HTMLElement && kamer.contains(activeElement);
  const plek = { focus: hier ? activeElement : undefined, top: window.scrollY };
  kamer.remove();
  return plek;
}

function zetTerug(kamer: HTMLElement, { focus, top }: Plek) {
  // A dialog that was taken out is no longer on top of the page.
  for (const dialog of kamer.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    dialog.removeAttribute('open');
    dialog.showModal();
  }
  window.scrollTo(0, top);
  focus?.focus({ preventScroll: true });
}
