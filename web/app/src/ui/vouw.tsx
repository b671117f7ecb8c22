// Something one seldom does, folded: its heading says what it is, and beside it how it stands, so that nobody opens it to look.
import type { ReactNode } from 'react';

export interface VouwProps {
  id: string;
  kop: string;
  /** How it stands now, in a few words. */
  stand?: string | undefined;
  children: ReactNode;
}

export function Vouw({ id, kop, stand, children }: VouwProps) {
  return (
    <details className="vouw" data-vouw={id}>
      <summary>
        <h3 id={id}>{kop}</h3>
        {stand && <span className="quiet sm">{stand}</span>}
      </summary>
      <div className="vouw-inhoud smal">{children}</div>
    </details>
  );
}
