// What a regisseur chooses from a list: a zaak, a colleague.
import { useQuery } from '@tanstack/react-query';
import { haal } from '../../../api/http';
import type { MedewerkerKort, PlanWat, ZaakRij } from '../../../api/types';
import { nl } from '../../../teksten/werk';
import { useMedewerkers } from '../../Medewerkerkeuze';
import { Skelet } from '../../randpaginas';
import { KiesDialoog } from './dialogen';

export function ZaakKeuze({
  plan,
  namen,
  sluit,
  kies,
}: {
  plan: PlanWat;
  namen: ReadonlyMap<string, string>;
  sluit: () => void;
  kies: (zaak: string) => void;
}) {
  const t = nl.plan;
  const zaken = useQuery({
    queryKey: ['zaken van leden', plan.id, plan.versie],
    queryFn: async () => {
      const per = await Promise.all(
        plan.leden.map(async (lid) => {
          const { items } = await haal<{ items: ZaakRij[] }>(`/zaken?lijst=alle&persoon=${lid}`);
          return items.map((zaak) => ({ lid, zaak }));
        }),
      );
      return per.flat();
    },
  });
  const erin = new Set(plan.zaken.map((it) => it.zaak));
  const keus = (zaken.data ?? []).filter(({ zaak }) => !erin.has(zaak.id));
  return (
    <KiesDialoog
      titel={t.zaakTitel}
      uitleg={t.zaakUitleg}
      leeg={t.geenAndere}
      sluit={sluit}
      keus={keus.map(({ lid, zaak }) => ({
        id: zaak.id,
        naam: nl.zaak.titel(zaak.zaaktype_naam, namen.get(lid) ?? ''),
        kenmerk: zaak.zaaknummer,
        onder: `${zaak.zaaknummer}. ${nl.zaak.werken(zaak.behandelaars.map((who) => who.naam))}`,
      }))}
      kies={kies}
    >
      {zaken.isPending && <Skelet regels={3} />}
    </KiesDialoog>
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
