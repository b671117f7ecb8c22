import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Stap {
  naam: string;
  stand: 'klaar' | 'nu' | 'straks';
  onder?: ReactNode;
}

export function Loper({ stappen, label }: { stappen: Stap[]; label: string }) {
  return (
    <ol className="loper" aria-label={label}>
      {stappen.map((s) => (
        <li
          key={s.naam}
          className={clsx(s.stand !== 'straks' && s.stand)}
          aria-current={s.stand === 'nu' ? 'step' : undefined}
        >
          {s.naam}
          {s.onder && <small>{s.onder}</small>}
        </li>
      ))}
    </ol>
  );
}
