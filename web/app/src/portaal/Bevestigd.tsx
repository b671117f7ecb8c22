// What was just done, said where one looks: by the button that was pressed, and above the bar at the foot of a phone.
import { type ReactNode, useEffect, useRef } from 'react';
import { Icoon } from '../ui/Icoon';

export interface BevestigdProps {
  children: ReactNode;
  /** Said anew when this changes, also when it is the same sentence. */
  beurt?: number;
}

/** To the eyes; who hears the page is told by the one live region. */
export function Bevestigd({ children, beurt = 0 }: BevestigdProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn brings it into sight
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, [beurt]);
  return (
    <p ref={ref} className="balk balk--goed bevestigd" data-bevestigd>
      <Icoon naam="vink" />
      <span>{children}</span>
    </p>
  );
}
