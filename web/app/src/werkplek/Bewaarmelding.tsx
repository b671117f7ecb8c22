// At the button of a form that is kept: that what is typed is not kept. The line on top says it to who hears the page, and has the choices.
import { concept as t } from '../teksten/concept';
import { Icoon } from '../ui/Icoon';
import { useConceptstand } from './bewaardconcept';
import type { Bewaarder } from './bewaarder';

export function Bewaarmelding({ bewaarder }: { bewaarder: Bewaarder }) {
  const stand = useConceptstand(bewaarder);
  if (stand.stand !== 'niet' && stand.stand !== 'elders' && stand.stand !== 'weg') return null;
  return (
    <p className="bewaar bewaar--luid" data-bewaarmelding={stand.stand}>
      <Icoon naam="waarschuwing" />
      {stand.stand === 'niet' ? t.niet[stand.waarom] : t.kiesBoven}
    </p>
  );
}
