// The document that people write together: fetched, opened, and gone when one may not see it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import '@fontsource-variable/literata/wght.css';
import '../stijl/document.css';
import '../stijl/kantlijn.css';
import { haal, Probleem } from '../api/http';
import type { DocumentWat, Ik } from '../api/types';
import type { DocumentProvider } from '../rt/document/document';
import { useDocumenten } from '../rt/document/documenten';
import { useStand } from '../rt/document/useStand';
import { useNieuws } from '../rt/hooks';
import { nl } from '../teksten/werk';
import { Icoon } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { lijstkruimel } from '../werkplek/caseload/recht';
import { Skelet, WegPagina } from '../werkplek/randpaginas';
import { Schil } from '../werkplek/Schil';
import { Kopieerknop } from './Bewaarstand';
import { Document } from './Document';
import { kaleTekst } from './tekst/kaletekst';

export default function DocumentPagina({ id, ik }: { id: string; ik: Ik }) {
  const documents = useDocumenten();
  const wat = useQuery({ queryKey: ['document', id], queryFn: () => haal<DocumentWat>(`/documenten/${id}`) });
  const provider = useMemo(
    () => documents.open(id, { id: ik.id, name: ik.naam }),
    [documents, id, ik.id, ik.naam],
  );
  useEffect(() => documents.hold(id), [documents, id]);
  // Who takes part may change while one writes.
  const nieuws = useNieuws(ik);
  const { refetch } = wat;
  const gehoord = useRef(nieuws);
  useEffect(() => {
    if (gehoord.current !== 0 && nieuws !== gehoord.current) void refetch();
    gehoord.current = nieuws;
  }, [nieuws, refetch]);
  const ontnomen = useStand(provider, (s) => s.weg);
  const geladen = useStand(provider, (s) => s.geladen);

  useEffect(() => {
    if (wat.data) provider.addAuteurs(wat.data.auteurs);
  }, [wat.data, provider]);

  const weg = ontnomen || (wat.error instanceof Probleem && wat.error.status === 404);
  if (weg) {
    return (
      <WegPagina ik={ik}>
        <Onbewaard provider={provider} />
      </WegPagina>
    );
  }
  if (!geladen || !wat.data) {
    return (
      <Schil ik={ik} kruimels={[lijstkruimel(ik)]}>
        <h1 className="vh">{nl.document.laden}</h1>
        {wat.error ? (
          <div className="smal stack" role="alert">
            <p className="lead">{nl.fout.titel}</p>
            <p>{nl.fout.uitleg}</p>
            <Knop soort="tweede" onClick={() => wat.refetch()}>
              {nl.fout.opnieuw}
            </Knop>
          </div>
        ) : (
          <Skelet regels={8} />
        )}
      </Schil>
    );
  }
  return <Document wat={wat.data} ik={ik} provider={provider} />;
}

/** What was typed and never came to the server. Apart, since it changes at every key while one writes. */
function Onbewaard({ provider }: { provider: DocumentProvider }) {
  const onbewaard = useStand(provider, (s) => s.onbewaard > 0);
  if (!onbewaard) return null;
  return (
    <div className="balk balk--fout" role="alert">
      <Icoon naam="keten" />
      <span>{nl.weg.onbewaard}</span>
      <Kopieerknop kopie={() => kaleTekst(provider.doc)} />
    </div>
  );
}
