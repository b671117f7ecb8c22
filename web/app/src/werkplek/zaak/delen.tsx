// What both views of a zaak show: crumbs, progress, deadline and a list of facts.
import { useQuery } from '@tanstack/react-query';
import { haal } from '../../api/http';
import type { Ik, Urgentie, ZaakDat, Zaakstatus, ZaaktypeWat } from '../../api/types';
import { datumDag, datumKort, datumLang } from '../../datum';
import { nl } from '../../teksten/werk';
import type { Stap } from '../../ui/loper';
import { Contactdag, Spoedchip, Termijn } from '../../ui/termijn';
import { lijstkruimel } from '../caseload/recht';

export const kruimels = (ik: Ik, zaak: Pick<ZaakDat, 'zaaknummer'>) => [
  lijstkruimel(ik),
  { naam: zaak.zaaknummer },
];

const ORDE = ['ontvangen', 'verdeeld', 'onderzoek'] as const satisfies Zaakstatus[];

export function stappen(zaak: ZaakDat): Stap[] {
  const besloten = zaak.status === 'besloten';
  const hier = zaak.status === 'besloten' ? ORDE.length : ORDE.indexOf(zaak.status);
  const namen = nl.en(zaak.behandelaars.map((b) => b.naam));
  const onder = [datumDag(zaak.ontvangen_op), namen || undefined, undefined];
  const lopend = ORDE.map((s, i) => ({
    naam: nl.zaak.stappen[s],
    stand: i < hier ? ('klaar' as const) : i === hier ? ('nu' as const) : ('straks' as const),
    onder: i <= hier ? onder[i] : undefined,
  }));
  return [
    ...lopend,
    {
      naam: nl.zaak.stappen.besluit,
      stand: besloten ? 'klaar' : 'straks',
      onder: besloten ? undefined : nl.termijn.uiterlijk(datumDag(zaak.uiterlijk_op)),
    },
    { naam: nl.zaak.stappen.klaar, stand: 'straks' },
  ];
}

export interface TermijnrijProps {
  zaak: ZaakDat;
  now: Date;
  /** Absent for who may only know that it runs: how soon it is, is content. */
  urgentie?: Urgentie;
}

export function Termijnrij({ zaak, now, urgentie }: TermijnrijProps) {
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const type = zaaktypen.data?.find((z) => z.code === zaak.zaaktype);
  return (
    <div className="termijnrij">
      <Spoedchip urgentie={urgentie} />
      <Contactdag dag={zaak.contact_uiterlijk} now={now} />
      <Termijn uiterlijkOp={zaak.uiterlijk_op} now={now} />
      <details className="waarom">
        <summary>
          <time dateTime={zaak.uiterlijk_op}>{datumKort(zaak.uiterlijk_op)}</time>, {nl.termijn.waarom}
        </summary>
        <p>
          {type
            ? nl.termijn.uitleg(nl.wet[type.wet], type.doorlooptijd_dagen, datumLang(zaak.ontvangen_op))
            : nl.termijn.uitlegKort(datumLang(zaak.ontvangen_op))}
        </p>
      </details>
    </div>
  );
}

export function Gegevens({ regels }: { regels: [string, React.ReactNode][] }) {
  return (
    <dl className="utrecht-data-list gegevens">
      {regels.map(([naam, waarde]) => (
        <div className="utrecht-data-list__item" key={naam}>
          <dt className="utrecht-data-list__item-key">{naam}</dt>
          <dd className="utrecht-data-list__item-value">{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}
