// Who lead a plan, who of them is responsible, and who comes in (KING-RG1, KING-RG3).
import type { Ik, MedewerkerKort, PlanWat } from '../../api/types';
import { nl } from '../../teksten/nl';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { useMedewerkers } from '../Medewerkerkeuze';
import { Skelet } from '../randpaginas';
import { KiesDialoog } from './dialogen';

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

export function RegisseurKeuze({
  plan,
  sluit,
  kies,
}: {
  plan: PlanWat;
  sluit: () => void;
  kies: (id: string) => void;
}) {
  const medewerkers = useMedewerkers();
  const t = nl.plan;
  const past = (m: MedewerkerKort) =>
    m.rol === 'regisseur' && !plan.regisseurs.some((who) => who.id === m.id);
  return (
    <KiesDialoog
      titel={t.voegRegisseurToe}
      leeg={t.geenRegisseurs}
      sluit={sluit}
      keus={(medewerkers.data ?? []).filter(past).map((m) => ({ id: m.id, naam: m.naam, onder: m.rol_naam }))}
      kies={kies}
    >
      {medewerkers.isPending && <Skelet regels={2} />}
    </KiesDialoog>
  );
}
