// What the table shows: ready-made views with how many are in them, and each filter by itself.
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, ZaakRij, ZaaktypeWat } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Keuzelijst, Tekstveld } from '../../ui/veld';
import type { Rij } from '../werkvoorraad/Regel';
import { adresVan, zetWeergave } from './adres';
import { aantal } from './rijen';
import { filtert, schrijfWeergave, TERMIJNEN, type Weergave } from './weergave';

const t = nl.zaken;

type Vast = keyof typeof t.weergave;
const VAST: Record<Vast, Partial<Weergave>> = {
  alles: {},
  laat: { termijn: 'laat' },
  week: { termijn: 'week' },
  crisis: { urgentie: 'crisis' },
  mijn: { wie: 'mijn' },
  niemand: { wie: 'niemand' },
  toets: { wie: 'toets' },
};
const FILTERS = ['wie', 'status', 'soort', 'termijn', 'urgentie'] as const;

/** The same order and columns, other filters. */
const met = ({ op, af, kolommen }: Weergave, filters: Partial<Weergave>): Weergave => ({
  op,
  af,
  kolommen,
  ...filters,
});

export interface WeergavenProps {
  rijen: Rij[];
  weergave: Weergave;
  ik: Ik;
  now: Date;
}

/** Those in which there is nothing are left out, but for the one that one looks at. */
export function Weergaven({ rijen, weergave, ik, now }: WeergavenProps) {
  const nu = schrijfWeergave(weergave);
  const alle = (Object.keys(VAST) as Vast[]).map((naam) => {
    const doel = met(weergave, VAST[naam]);
    return { naam, doel, n: aantal(rijen, doel, ik.id, now), hier: schrijfWeergave(doel) === nu };
  });
  return (
    <nav className="weergaven" aria-label={t.weergaven}>
      <ul>
        {alle
          .filter((een) => een.n > 0 || een.hier || een.naam === 'alles')
          .map(({ naam, doel, n, hier }) => (
            <li key={naam}>
              <Naar
                to={adresVan(doel)}
                aria-current={hier ? 'true' : undefined}
                data-weergave={naam}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                  event.preventDefault();
                  zetWeergave(doel);
                }}
              >
                {t.weergave[naam]} <span className="num">{n}</span>
              </Naar>
            </li>
          ))}
      </ul>
    </nav>
  );
}

export interface FiltersProps {
  rijen: Rij[];
  weergave: Weergave;
  zoek: string;
  zetZoek: (zoek: string) => void;
}

export function Filters({ rijen, weergave, zoek, zetZoek }: FiltersProps) {
  const { soorten, mensen } = useKeuzes(rijen, weergave);
  // On a phone they would fill the first screen.
  const [open, setOpen] = useState(false);
  const zet = (veld: (typeof FILTERS)[number]) => (event: { target: { value: string } }) =>
    zetWeergave({ ...weergave, [veld]: event.target.value || undefined });
  const wie = [
    { waarde: '', tekst: t.iedereen },
    { waarde: 'mijn', tekst: t.weergave.mijn },
    { waarde: 'niemand', tekst: t.weergave.niemand },
    { waarde: 'toets', tekst: t.weergave.toets },
    ...mensen,
  ];
  return (
    <fieldset className={clsx('filterbalk filterbalk--vouwt', open && 'filterbalk--open')}>
      <legend className="vh">{t.filters}</legend>
      <Tekstveld
        id="zaken-zoek"
        label={t.zoek}
        type="search"
        value={zoek}
        onChange={(event) => zetZoek(event.target.value)}
      />
      <Knop className="filtervouw" soort="tweede" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.vouw(FILTERS.filter((veld) => weergave[veld]).length)}
      </Knop>
      <Keuze naam="wie" label={t.wie} waarde={weergave.wie} zet={zet('wie')} opties={wie} />
      <Keuze
        naam="status"
        label={t.status}
        waarde={weergave.status}
        zet={zet('status')}
        opties={[{ waarde: '', tekst: t.alleStatussen }, ...opties(nl.status)]}
      />
      <Keuze
        naam="soort"
        label={t.soort}
        waarde={weergave.soort}
        zet={zet('soort')}
        opties={[{ waarde: '', tekst: t.alleSoorten }, ...soorten]}
      />
      <Keuze
        naam="termijn"
        label={t.termijn}
        waarde={weergave.termijn}
        zet={zet('termijn')}
        opties={[
          { waarde: '', tekst: t.alleTermijnen },
          ...TERMIJNEN.map((waarde) => ({ waarde, tekst: t.termijnen[waarde] })),
        ]}
      />
      <Keuze
        naam="urgentie"
        label={t.urgentie}
        waarde={weergave.urgentie}
        zet={zet('urgentie')}
        opties={[{ waarde: '', tekst: t.alleUrgenties }, ...opties(t.urgenties)]}
      />
      {(filtert(weergave) || zoek) && <Wis weergave={weergave} zetZoek={zetZoek} />}
    </fieldset>
  );
}

function Wis({ weergave, zetZoek }: Pick<FiltersProps, 'weergave' | 'zetZoek'>) {
  return (
    <Knop
      soort="stil"
      onClick={() => {
        zetZoek('');
        zetWeergave(met(weergave, {}));
      }}
    >
      {t.wis}
    </Knop>
  );
}

interface Optie {
  waarde: string;
  tekst: string;
}

const opties = (namen: Record<string, string>): Optie[] =>
  Object.entries(namen).map(([waarde, tekst]) => ({ waarde, tekst }));

interface KeuzeProps {
  naam: string;
  label: string;
  waarde: string | undefined;
  zet: (event: { target: { value: string } }) => void;
  opties: Optie[];
}

function Keuze({ naam, label, waarde, zet, opties }: KeuzeProps) {
  return (
    <Keuzelijst
      id={`zaken-${naam}`}
      name={naam}
      label={label}
      value={waarde ?? ''}
      onChange={zet}
      opties={opties}
    />
  );
}

const GEEN_NAMEN: ReadonlyMap<string, string> = new Map();

/** What a kind is called of which there is no zaak here now. */
function useZaaktypenamen(): ReadonlyMap<string, string> {
  const zaaktypen = useQuery({
    queryKey: ['zaaktypen'],
    queryFn: () => haal<{ items: ZaaktypeWat[] }>('/zaaktypen').then((r) => r.items),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () => (zaaktypen.data ? new Map(zaaktypen.data.map((z) => [z.code as string, z.naam])) : GEEN_NAMEN),
    [zaaktypen.data],
  );
}

/** What can be chosen is what is there, and what is chosen already. */
function useKeuzes(rijen: Rij[], weergave: Weergave): { soorten: Optie[]; mensen: Optie[] } {
  const namen = useZaaktypenamen();
  return useMemo(() => {
    const soorten = new Map<string, string>();
    const mensen = new Map<string, string>();
    const lees = (rij: ZaakRij) => {
      soorten.set(rij.zaaktype, rij.zaaktype_naam);
      for (const b of rij.behandelaars) mensen.set(b.id, b.naam);
    };
    for (const { rij } of rijen) lees(rij);
    const optie = (map: Map<string, string>, gekozen: string | undefined): Optie[] => {
      const alle = [...map].map(([waarde, tekst]) => ({ waarde, tekst }));
      alle.sort((a, b) => a.tekst.localeCompare(b.tekst, 'nl'));
      const vreemd =
        gekozen && !map.has(gekozen) ? [{ waarde: gekozen, tekst: namen.get(gekozen) ?? gekozen }] : [];
      return [...alle, ...vreemd];
    };
    const vast = weergave.wie === undefined || ['mijn', 'niemand', 'toets'].includes(weergave.wie);
    return {
      soorten: optie(soorten, weergave.soort),
      mensen: optie(mensen, vast ? undefined : weergave.wie).map((een) =>
        mensen.has(een.waarde) ? een : { ...een, tekst: t.zonderZaken },
      ),
    };
  }, [rijen, weergave.soort, weergave.wie, namen]);
}
