// What one said of a goal or an action with the button to say more: the same frame for both.
import { type ReactNode, useEffect } from 'react';
import type { PortaalActie, PortaalDoel } from '../../../api/types';
import { Knop } from '../../../ui/knop';
import { Bevestigd } from '../../Bevestigd';
import { plekVan, useVenster } from './venster';

export interface ZegvakProps {
  over: PortaalDoel | PortaalActie;
  /** On the button; absent when there is nothing more to say. */
  knop: string | undefined;
  open: () => void;
  /** What was said before. */
  children: ReactNode;
}

export function Zegvak({ over: { id, omschrijving }, knop, open, children }: ZegvakProps) {
  const { gezegd, staat } = useVenster();
  useEffect(() => {
    staat(id, true);
    return () => staat(id, false);
  }, [staat, id]);
  const vak = { id: plekVan(id), role: 'group', tabIndex: -1, 'aria-label': omschrijving } as const;
  return (
    <div {...vak} data-zegvak={id}>
      {children}
      {gezegd?.id === id && <Bevestigd beurt={gezegd.beurt}>{gezegd.zin}</Bevestigd>}
      {knop && (
        <div className="knoppen">
          <Knop soort="tweede" klein aria-label={`${knop}: ${omschrijving}`} onClick={open}>
            {knop}
          </Knop>
        </div>
      )}
    </div>
  );
}
