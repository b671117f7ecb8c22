// The native dialog: focus stays in it, Escape closes it. Rim on top, a question as title (face.md §5).
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { nl } from '../teksten/nl';
import { isGetypt } from './getypt';
import { Knop } from './knop';
import { Sluitvraag, useSluitvraag, useTerugtoets } from './sluitvraag';

export interface DialoogProps {
  titel: string;
  children: ReactNode;
  /** Without it the dialog cannot be put away: the answer is needed. */
  sluit?: () => void;
  /** It comes up by itself, maybe while somebody types: the title gets the focus, so that the next key presses no button. */
  ongevraagd?: boolean;
  /** Nothing of the page can be read behind it: whoever sits there now may be somebody else. */
  dekt?: boolean;
}

/** What a page has to say of what was asked in the dialog over it: on the page, behind the dialog, nobody reads it. */
export const Dialoogmelding = createContext<ReactNode>(undefined);

/** How a dialog is put away by what stands in it: what was typed is not lost by that either. */
const Sluiter = createContext<(() => void) | undefined>(undefined);

/** Back, without doing it. Where something was typed in the window it is asked first, as at Escape. */
export function Terugknop({ children = nl.terug }: { children?: ReactNode }) {
  const terug = useContext(Sluiter);
  if (!terug) throw new Error('no dialog to put away');
  return (
    <Knop soort="stil" onClick={terug}>
      {children}
    </Knop>
  );
}

export function Dialoog({ titel, children, sluit, ongevraagd = false, dekt = false }: DialoogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const melding = useContext(Dialoogmelding);
  const getypt = () => ref.current !== null && isGetypt(ref.current);
  const { vraag, probeer, verder } = useSluitvraag(getypt, sluit);
  useTerugtoets(getypt, sluit && probeer);
  // Before the page takes it away: then the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    if (ongevraagd) dialog?.querySelector('h2')?.focus();
    return () => dialog?.close();
  }, [ongevraagd]);
  return (
    <dialog
      ref={ref}
      className={dekt ? 'dialoog dekt' : 'dialoog'}
      aria-labelledby={id}
      // Before the browser makes a request to close of it, which it heeds at the second time whatever one answers.
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        probeer();
      }}
      onCancel={(event) => {
        event.preventDefault();
        probeer();
      }}
    >
      <h2 id={id} tabIndex={ongevraagd ? -1 : undefined}>
        {titel}
      </h2>
      {melding}
      <Sluiter.Provider value={probeer}>{children}</Sluiter.Provider>
      {vraag && sluit && <Sluitvraag sluit={sluit} verder={verder} />}
    </dialog>
  );
}
