// The dialog that is open on the page of a plan, and the command that it leads to.
import { useMemo } from 'react';
import type { PlanRij, PlanWat, ZaakRij } from '../../../api/types';
import type { Fouten } from '../../../ui/veld';
import { ActieDialoog } from './ActieDialoog';
import { DoelDialoog, SluitDialoog } from './dialogen';
import { RegisseurKeuze, ZaakKeuze } from './keuzes';

export type Open = 'doel' | 'actie' | 'zaak' | 'regisseur' | 'sluit';

export interface RegiedialoogProps {
  open: Open;
  plan: PlanWat;
  rij: PlanRij;
  zaken: ZaakRij[];
  bezig: boolean;
  geweigerd: Fouten;
  sluit: () => void;
  doe: (pad: string, body: unknown) => Promise<boolean>;
}

export function Regiedialoog({ open, plan, rij, bezig, sluit, doe, ...rest }: RegiedialoogProps) {
  const namen = useMemo(() => new Map(rij.leden.map((lid) => [lid.id, lid.naam])), [rij.leden]);
  const doeEnSluit = async (pad: string, body: unknown) => {
    const gedaan = await doe(pad, body);
    if (gedaan) sluit();
    return gedaan;
  };
  switch (open) {
    case 'doel':
      return (
        <DoelDialoog
          leden={rij.leden}
          bezig={bezig}
          sluit={sluit}
          stel={(body) => void doeEnSluit('doelen', body)}
        />
      );
    case 'actie':
      return (
        <ActieDialoog
          plan={plan}
          rij={rij}
          zaken={rest.zaken}
          bezig={bezig}
          geweigerd={rest.geweigerd}
          sluit={sluit}
          leg={(body) => doeEnSluit('acties', body)}
        />
      );
    case 'zaak':
      return (
        <ZaakKeuze
          plan={plan}
          namen={namen}
          sluit={sluit}
          kies={(zaak) => void doeEnSluit('zaken', { zaak })}
        />
      );
    case 'regisseur':
      return (
        <RegisseurKeuze
          plan={plan}
          sluit={sluit}
          kies={(regisseur) => void doeEnSluit('regisseurs', { regisseur })}
        />
      );
    case 'sluit':
      return (
        <SluitDialoog
          bezig={bezig}
          sluit={sluit}
          rond={(resultaat) => void doeEnSluit('sluiten', { resultaat })}
        />
      );
  }
}
