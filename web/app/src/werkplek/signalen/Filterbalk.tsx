// What the register is filtered by.
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Keuzelijst, Tekstveld } from '../../ui/veld';
import { type Filter, zetFilter } from './filter';

export interface Soortkeuze {
  waarde: string;
  tekst: string;
}

export function Filterbalk({ filter, soorten }: { filter: Filter; soorten: Soortkeuze[] }) {
  const t = nl.signaal;
  const zet = (veld: keyof Filter) => (event: { target: { value: string } }) =>
    zetFilter({ ...filter, [veld]: event.target.value });
  const gekozen = soorten.some((s) => s.waarde === filter.soort) || !filter.soort;
  const opties = gekozen ? soorten : [...soorten, { waarde: filter.soort ?? '', tekst: filter.soort ?? '' }];
  return (
    <fieldset className="filterbalk">
      <legend className="vh">{t.filter}</legend>
      <Keuzelijst
        id="filter-stand"
        name="stand"
        label={t.stand}
        value={filter.stand ?? ''}
        onChange={zet('stand')}
        opties={[
          { waarde: '', tekst: t.standen.open },
          { waarde: 'afgehandeld', tekst: t.standen.afgehandeld },
        ]}
      />
      <Keuzelijst
        id="filter-soort"
        name="soort"
        label={t.soort}
        value={filter.soort ?? ''}
        onChange={zet('soort')}
        opties={[{ waarde: '', tekst: t.alleSoorten }, ...opties]}
      />
      <Tekstveld id="filter-plaats" label={t.plaats} value={filter.plaats ?? ''} onChange={zet('plaats')} />
      <Tekstveld id="filter-van" type="date" label={t.van} value={filter.van ?? ''} onChange={zet('van')} />
      <Tekstveld id="filter-tot" type="date" label={t.tot} value={filter.tot ?? ''} onChange={zet('tot')} />
      <Keuzelijst
        id="filter-bron"
        name="bron"
        label={t.bron}
        value={filter.bron ?? ''}
        onChange={zet('bron')}
        opties={[
          { waarde: '', tekst: t.alleBronnen },
          ...Object.entries(t.bronnen).map(([waarde, tekst]) => ({ waarde, tekst })),
        ]}
      />
      {Object.keys(filter).length > 0 && (
        <Knop soort="stil" onClick={() => zetFilter({})}>
          {t.wis}
        </Knop>
      )}
    </fieldset>
  );
}
