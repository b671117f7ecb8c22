// Who leads a plan.
import type { Ik, PlanWat } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Stoel } from '../../../ui/stoel';

/** Always exactly one of them is responsible (KING-RG1); all have the same rights (KING-RG3). */
export function Regisseurs({
  plan,
  ik,
  bezig,
  open,
  doe,
  vraag,
}: {
  plan: PlanWat;
  ik: Ik;
  bezig: boolean;
  open: boolean;
  doe: (pad: string, body: unknown) => Promise<boolean>;
  vraag: () => void;
}) {
  const t = nl.plan;
  return (
    <section aria-labelledby="regisseurs">
      <h2 id="regisseurs">{t.regisseurs}</h2>
      {plan.regisseurs.map((who) => {
        const draagt = who.id === plan.verantwoordelijk;
        return (
          <div className="mens" key={who.id} data-regisseur={who.naam}>
            <Stoel naam={who.naam} id={who.id} />
            <p>
              {who.id === ik.id ? nl.zaak.u(who.naam) : who.naam}{' '}
              {draagt && <span className="chip">{t.verantwoordelijk}</span>}
            </p>
            {open && !draagt && (
              <div className="knoppen">
                <Knop
                  soort="stil"
                  klein
                  bezig={bezig}
                  onClick={() => void doe('overdragen', { regisseur: who.id })}
                >
                  {t.draagOver(nl.voornaam(who.naam))}
                </Knop>
                <Knop
                  soort="stil"
                  klein
                  bezig={bezig}
                  onClick={() => void doe('regisseurs/verwijderen', { regisseur: who.id })}
                >
                  {t.verwijder(nl.voornaam(who.naam))}
                </Knop>
              </div>
            )}
          </div>
        );
      })}
      {open && (
        <p className="onderknop">
          <Knop soort="tweede" klein onClick={vraag}>
            {t.voegRegisseurToe}
          </Knop>
        </p>
      )}
    </section>
  );
}
