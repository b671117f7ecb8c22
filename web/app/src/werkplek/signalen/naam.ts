// Whom a signaal is about, by name.
import type { SignaalRij } from '../../api/types';
import { nl } from '../../teksten/werk';

export type Betreft = NonNullable<SignaalRij['betreft']>;

export function wieNaam(betreft: Betreft): string {
  if ('persoon' in betreft) return betreft.persoon.naam;
  if ('groep' in betreft) return nl.signaal.groep;
  return [betreft.nog_onbekend.naam, nl.signaal.nogOnbekend].filter(Boolean).join(', ');
}
