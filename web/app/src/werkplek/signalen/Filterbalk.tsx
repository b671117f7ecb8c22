// What the register is filtered by.
import { useState } from 'react';
import { leesDatum, typDag } from '../../datum';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Dagveld, Keuzelijst, Tekstveld } from '../../ui/veld';
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
      <Dagfilter id="filter-van" label={t.van} dag={filter.van} zet={zet('van')} />
      <Dagfilter id="filter-tot" label={t.tot} dag={filter.tot} zet={zet('tot')} />
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

interface DagfilterProps {
  id: string;
  label: string;
  dag: string | undefined;
  zet: (event: { target: { value: string } }) => void;
}

/** A day as people type it. It filters as soon as it is a day; what is not one is said when the field is left. */
function Dagfilter({ id, label, dag, zet }: DagfilterProps) {
  const [getypt, setGetypt] = useState(() => typDag(dag));
  const [verlaten, setVerlaten] = useState(false);
  // The filter may have changed otherwise: by "Wis het filter", or by Back.
  const tekst = leesDatum(getypt) === dag ? getypt : typDag(dag);
  const fout = verlaten && tekst.trim() !== '' && dag === undefined ? nl.taak.dagFout : undefined;
  return (
    <Dagveld
      id={id}
      label={label}
      value={tekst}
      fout={fout}
      onChange={(event) => {
        setGetypt(event.target.value);
        setVerlaten(false);
        zet({ target: { value: leesDatum(event.target.value) ?? '' } });
      }}
      onBlur={() => setVerlaten(true)}
    />
  );
}
