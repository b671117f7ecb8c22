// Above a form that is kept: that something of before stands here, what was kept elsewhere, and whether what is typed is kept.
import { nl } from '../teksten/werk';
import { Knop } from '../ui/knop';
import { Conceptaanbod, Conceptregel } from './Conceptregel';
import type { Conceptblad, Halve } from './conceptblad';

export function Conceptbalken<H extends Halve>({ blad, eerder }: { blad: Conceptblad<H>; eerder: string }) {
  return (
    <>
      {blad.eerder && (
        <div className="balk balk--uitleg" data-concept>
          <span>{eerder}</span>
          <Knop soort="stil" klein onClick={blad.opnieuw}>
            {nl.melding.beginOpnieuw}
          </Knop>
        </div>
      )}
      {blad.aanbod && (
        <Conceptaanbod aanbod={blad.aanbod} verder={blad.verder} gooiWeg={() => void blad.gooiWeg()} />
      )}
      <Conceptregel concept={blad.concept} neemAndere={blad.toon} opnieuw={blad.opnieuw} />
    </>
  );
}
