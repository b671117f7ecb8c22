import { type ReactNode, useId } from 'react';

/** A part of the style page: a ruled heading, and what it is about. */
export function Vak({ titel, children }: { titel: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sectie" aria-labelledby={id} data-vak={titel}>
      <header>
        <h2 id={id}>{titel}</h2>
      </header>
      <div className="stack">{children}</div>
    </section>
  );
}
