// Who can be given an action: of the colleagues those who may see it, as the server judges it.
import type { PlanWat, ZaakRij } from '../../../api/types';

export interface Collega {
  id: string;
  naam: string;
}

type Plan = Pick<PlanWat, 'regisseurs' | 'zaken'>;

/** Who works on a zaak in the plan, beside the regisseurs; what is for one lid is for who works for that lid alone. */
export function collegasVoor(plan: Plan, zaken: ZaakRij[], voor: 'groep' | (string & {})): Collega[] {
  const regisseurs = new Set(plan.regisseurs.map((who) => who.id));
  const erin = new Set(
    plan.zaken.filter((it) => voor === 'groep' || it.persoon === voor).map((it) => it.zaak),
  );
  const mensen = zaken.filter((rij) => erin.has(rij.id)).flatMap((rij) => rij.behandelaars);
  const uniek = new Map(
    mensen.filter((m) => !regisseurs.has(m.id)).map((m) => [m.id, { id: m.id, naam: m.naam }]),
  );
  return [...uniek.values()].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
}
