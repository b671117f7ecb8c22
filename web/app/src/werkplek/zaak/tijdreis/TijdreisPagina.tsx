// A zaak as it was at a moment: for what one looks back is asked first and stands in the trail.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { haalBevestigd, Probleem } from '../../../api/http';
import type { Ik, TijdreisWat } from '../../../api/types';
import { Paginakop } from '../../../route';
import { useNu } from '../../../rt/hooks';
import { bevestig } from '../../../sessie/bevestigen';
import { nl } from '../../../teksten/werk';
import { Knop } from '../../../ui/knop';
import { Foutlijst, type Foutmelding, Keuzelijst, Tekstveld } from '../../../ui/veld';
import { lijstkruimel } from '../../caseload/recht';
import { tekst, uitProbleem, useFouten } from '../../formulier';
import { Skelet, WegPagina } from '../../randpaginas';
import { Schil } from '../../Schil';
import { lokaal, moment } from './moment';
import { Stappen, Toen } from './Toen';

interface Reis {
  doel: string;
  op: string;
  bekend: string;
}

const DOELEN = ['behandeling', 'bezwaar', 'klacht', 'inzageverzoek', 'controle'] as const;

export function TijdreisPagina({ id, ik }: { id: string; ik: Ik }) {
  const now = useNu();
  const [reis, setReis] = useState<Reis>();
  const t = nl.tijdreis;
  const toen = useQuery({
    queryKey: ['tijdreis', id, reis],
    // Nothing when whoever asked would not confirm who they are.
    queryFn: async () =>
      (await haalBevestigd<TijdreisWat>(`/zaken/${id}/tijdreis?${vraag(reis)}`, bevestig)) ?? null,
    enabled: reis !== undefined,
    // Each look is one in the trail: none is made that nobody asked for, and none is kept.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (toen.error instanceof Probleem && toen.error.status === 404) return <WegPagina ik={ik} />;
  const vraagAan = (next: Reis) => {
    // The same once more, by who would not confirm it the first time.
    if (toen.data === null && vraag(next) === vraag(reis)) void toen.refetch();
    else setReis(next);
  };
  const ga = (op: string) => setReis((old) => old && { ...old, op, bekend: op });
  const fouten = toen.error ? uitProbleem(toen.error, () => undefined) : [];
  return (
    <Schil
      ik={ik}
      kruimels={[
        lijstkruimel(ik),
        { naam: toen.data?.zaak?.zaaknummer ?? nl.zaak.gegevens, to: `/zaken/${id}` },
        { naam: t.titel },
      ]}
    >
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      <Foutlijst fouten={fouten} beurt={toen.errorUpdateCount} />
      <Vraag key={reis?.op} now={now} reis={reis} bezig={toen.isFetching} ga={vraagAan} />
      {toen.isFetching && <Skelet regels={4} />}
      {toen.data && !toen.isFetching && (
        <div className="split">
          <Toen reis={toen.data} />
          <aside className="dossier">
            <Stappen reis={toen.data} ga={ga} now={now} />
          </aside>
        </div>
      )}
    </Schil>
  );
}

function vraag(reis: Reis | undefined): string {
  if (!reis) return '';
  return new URLSearchParams({ doel: reis.doel, op: reis.op, bekend_op: reis.bekend }).toString();
}

function Vraag({
  now,
  reis,
  bezig,
  ga,
}: {
  now: Date;
  reis: Reis | undefined;
  bezig: boolean;
  ga: (reis: Reis) => void;
}) {
  const { fouten, beurt, veld, toon } = useFouten();
  const t = nl.tijdreis;
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const doel = tekst(data, 'doel');
    // A moment that was gone to exactly stays exact as long as the field is not changed.
    const exact = (naam: string, was: string | undefined) => {
      const typed = tekst(data, naam);
      return was && typed === lokaal(was) ? was : moment(typed);
    };
    const op = exact('op', reis?.op);
    const bekend = tekst(data, 'bekend') ? exact('bekend', reis?.bekend) : op;
    const mis: Foutmelding[] = [];
    if (!doel) mis.push({ veld: 'doel', tekst: t.kies });
    if (!op) mis.push({ veld: 'op', tekst: nl.fout.verplicht('een datum en tijd') });
    if (!bekend && op) mis.push({ veld: 'bekend', tekst: nl.fout.verplicht('een datum en tijd') });
    toon(mis);
    if (doel && op && bekend) ga({ doel, op, bekend });
  };
  return (
    <form onSubmit={stuur} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Keuzelijst
        id="doel"
        name="doel"
        label={t.doel}
        fout={veld.doel}
        defaultValue={reis?.doel ?? ''}
        opties={[{ waarde: '', tekst: t.kies }, ...DOELEN.map((d) => ({ waarde: d, tekst: t.doelen[d] }))]}
      />
      <Tekstveld
        id="op"
        name="op"
        type="datetime-local"
        step={1}
        label={t.op}
        fout={veld.op}
        defaultValue={lokaal(reis?.op ?? now)}
      />
      <Tekstveld
        id="bekend"
        name="bekend"
        type="datetime-local"
        step={1}
        label={t.bekend}
        uitleg={t.bekendUitleg}
        fout={veld.bekend}
        defaultValue={reis && reis.bekend !== reis.op ? lokaal(reis.bekend) : ''}
        optioneel
      />
      <div className="knoppen">
        <Knop type="submit" soort="eerst" bezig={bezig}>
          {t.ga}
        </Knop>
      </div>
    </form>
  );
}
