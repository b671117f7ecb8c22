// One zaak, as far as one may look: behind the curtain for who may only know that it runs, else with its content.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { haal, Probleem } from '../../api/http';
import type { Ik, ZaakDat, ZaakOpen, ZaakWat } from '../../api/types';
import { useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { lijstkruimel } from '../caseload/recht';
import { useGezien } from '../nieuw';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { useToestemming } from '../toekenning/Meldingen';
import { Dat } from './Dat';
import { Wat } from './Wat';

export function ZaakPagina({ id, ik }: { id: string; ik: Ik }) {
  const queries = useQueryClient();
  const zaak = useQuery({ queryKey: ['zaak', id], queryFn: () => haal<ZaakOpen>(`/zaken/${id}`) });
  const toegang = zaak.data?.toegang;
  // Who sees by when somebody must have been spoken to follows the view that says so, and sees it go.
  const dat = zaak.data?.contact_uiterlijk ? 'verdeling' : 'dat';
  const zicht = toegang === 'dat' ? dat : 'wat';
  const live = useView<ZaakDat | ZaakWat>(toegang ? `zaak/${id}@${zicht}` : undefined);

  useGezien(ik, id, zaak.data);
  // A right that went or came: what one may see is asked again, never guessed.
  useEffect(() => {
    if (live.stand === 'weg') queries.resetQueries({ queryKey: ['zaak', id] });
  }, [live.stand, queries, id]);
  // Who is assigned now may see more than before, and only the server knows. Of what was read already nothing is asked again.
  const nieuwer = live.stand === 'klaar' && zaak.data && live.b.versie > zaak.data.versie;
  useEffect(() => {
    if (nieuwer) queries.invalidateQueries({ queryKey: ['zaak', id] });
  }, [nieuwer, queries, id]);

  // The person said that one may read it: what was behind the curtain comes by itself.
  const opengezet = useToestemming(ik, id)?.stand === 'geldt' && toegang === 'dat';
  useEffect(() => {
    if (opengezet) queries.invalidateQueries({ queryKey: ['zaak', id] });
  }, [opengezet, queries, id]);

  if (zaak.error instanceof Probleem && zaak.error.status === 404) return <WegPagina ik={ik} />;
  if (!zaak.data || (live.stand === 'weg' && zaak.isFetching)) {
    return (
      <Schil ik={ik} kruimels={[lijstkruimel(ik)]}>
        <h1 className="vh">{nl.laden}</h1>
        {zaak.error ? <p>{nl.fout.uitleg}</p> : <Skelet regels={6} />}
      </Schil>
    );
  }
  const newest = live.stand === 'klaar' && live.b.versie >= zaak.data.versie ? live.b : zaak.data;
  return zaak.data.toegang === 'dat' ? (
    <Dat zaak={newest} ik={ik} verdeelt={zaak.data.mag_toewijzen} topic={`zaak/${id}@${zicht}`} />
  ) : (
    <Wat
      zaak={newest as ZaakWat}
      ik={ik}
      schrijven={zaak.data.toegang === 'schrijven'}
      verdeelt={zaak.data.mag_toewijzen}
    />
  );
}
