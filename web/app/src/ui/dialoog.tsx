// The native dialog: focus stays in it, Escape closes it. Rim on top, a question as title (face.md §5).
import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface DialoogProps {
  titel: string;
  children: ReactNode;
  /** Without it the dialog cannot be put away: the answer is needed. */
  sluit?: () => void;
}

export function Dialoog({ titel, children, sluit }: DialoogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialoog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        sluit?.();
      }}
    >
      <h2 id={id}>{titel}</h2>
      {children}
    </dialog>
  );
}
