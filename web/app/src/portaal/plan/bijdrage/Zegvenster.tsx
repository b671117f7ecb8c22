// The window in which one says something of a plan, with what it is about as that is now.
import type { Ik } from '../../../api/types';
import { useMijnPlannen } from '../mijnplannen';
import { actieNu, doelIn } from './live';
import { Meldvorm } from './Meldvorm';
import { Reactievorm } from './Reactievorm';
import type { Vraag } from './venster';

export interface ZegvensterProps {
  ik: Ik;
  vraag: Vraag;
  sluit: () => void;
  klaar: (zin: string) => void;
}

export default function Zegvenster({ ik, vraag, sluit, klaar }: ZegvensterProps) {
  const { plan, wat } = vraag;
  const { plannen } = useMijnPlannen(ik);
  const vorm = { plan, sluit, klaar };
  if (vraag.soort === 'doel') {
    const nu = plannen ? doelIn(plannen, plan, wat.id) : vraag.wat;
    return <Reactievorm doel={vraag.wat} nu={nu} {...vorm} />;
  }
  const nu = plannen ? actieNu(plannen, plan, wat.id) : ({ stand: 'open', actie: vraag.wat } as const);
  return <Meldvorm actie={vraag.wat} gevraagd={vraag.gevraagd} nu={nu} {...vorm} />;
}
