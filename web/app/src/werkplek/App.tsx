import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import { Probleem } from '../api/http';
import type { Ik } from '../api/types';
import { PaginasProvider, type Pagina as PaginaType, verzamel, vindPagina } from '../pagina';
import { usePad } from '../route';
import { type Rt, RtProvider } from '../rt/hooks';
import { startRt } from '../rt/start';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import { DemoPagina } from './DemoPagina';
import { haalIk, isInwoner } from './ik';
import { Laden, LosBlad, WegPagina } from './randpaginas';
import { SessieDialoog } from './SessieDialoog';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; a lost line and a busy server are tried again.
      retry: (count, error) => !(error instanceof Probleem && error.status < 500) && count < 4,
      staleTime: 10_000,
      refetchOnWindowFocus: true,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Ingang />
    </QueryClientProvider>
  );
}

function Ingang() {
  const pad = usePad();
  return pad === '/demo' ? <DemoPagina /> : <Binnen />;
}

function Binnen() {
  const ik = useQuery({ queryKey: ['ik'], queryFn: haalIk, staleTime: Number.POSITIVE_INFINITY });
  const geenSessie = ik.error instanceof Probleem && ik.error.status === 401;
  useEffect(() => {
    if (geenSessie) location.replace('/demo');
    if (ik.data && isInwoner(ik.data)) location.replace('/portaal');
  }, [geenSessie, ik.data]);

  if (ik.data && !isInwoner(ik.data)) return <Werkplek ik={ik.data} />;
  if (ik.error && !geenSessie) {
    return (
      <LosBlad titel={nl.fout.titel}>
        <p className="lead">{nl.fout.uitleg}</p>
        <Knop soort="eerst" onClick={() => ik.refetch()}>
          {nl.fout.opnieuw}
        </Knop>
      </LosBlad>
    );
  }
  return <Laden />;
}

function Werkplek({ ik }: { ik: Ik }) {
  const [rt] = useState<Rt>(() => startRt(haalIk));
  useEffect(() => {
    // After a loss the HTTP answers may be old too.
    let lost = false;
    return rt.connection.onStatus(() => {
      const { fase } = rt.connection.getStatus();
      if (fase === 'verbroken') lost = true;
      if (fase === 'open' && lost) {
        lost = false;
        queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'ik' });
      }
    });
  }, [rt]);
  return (
    <RtProvider value={rt}>
      <Pagina ik={ik} />
      <SessieDialoog ik={ik} />
    </RtProvider>
  );
}

const paginas = verzamel(import.meta.glob<{ pagina: PaginaType }>('./paginas/*.tsx', { eager: true }));

function Pagina({ ik }: { ik: Ik }) {
  const pad = usePad();
  const gevonden = vindPagina(paginas, pad);
  return (
    <PaginasProvider value={paginas}>
      {gevonden ? (
        <Fragment key={pad}>{gevonden.pagina.toon({ ik, id: gevonden.id })}</Fragment>
      ) : (
        <WegPagina ik={ik} />
      )}
    </PaginasProvider>
  );
}
