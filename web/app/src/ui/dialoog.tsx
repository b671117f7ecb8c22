// The native dialog: focus stays in it, Escape closes it. Rim on top, a question as title (face.md §5).
import { type ReactNode, useEffect, useId, useRef } from 'react';

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

export function Dialoog({ titel, children, sluit, ongevraagd = false, dekt = false }: DialoogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
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
      onCancel={(event) => {
        event.preventDefault();
        sluit?.();
      }}
    >
      <h2 id={id} tabIndex={ongevraagd ? -1 : undefined}>
        {titel}
      </h2>
      {children}
    </dialog>
  );
}
