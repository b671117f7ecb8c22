// Who did what a line of the trail says.
import type { SpoorRegel } from '../../api/types';
import { sporen } from '../../teksten/sporen';

/** By name; the program itself where that went on by itself or took over what another system said; nobody where nobody was logged in. */
export function wieDeed(regel: Pick<SpoorRegel, 'wie' | 'rol_naam' | 'systeem'>): string {
  if (regel.wie) return regel.wie.naam;
  const zelf = regel.rol_naam === 'systeem' || (!regel.rol_naam && regel.systeem);
  return zelf ? sporen.spoor.hetSysteem : sporen.spoor.niemand;
}
