import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Probleem } from '../api/http';
import type { Ik } from '../api/types';
import { type Rt, RtProvider } from '../rt/hooks';
import { startRt } from '../rt/start';
import { nl } from '../teksten/nl';
import { Knop } from '../ui/knop';
import { verdeelt } from './caseload/recht';
import { DemoPagina } from './DemoPagina';
import { haalIk, isInwoner } from './ik';
import { MeldingPagina } from './melding/MeldingPagina';
import { Laden, LosBlad, WegPagina } from './randpaginas';
import { usePad } from './route';
import { SessieDialoog } from './SessieDialoog';
import { WerkvoorraadPagina } from './WerkvoorraadPagina';
import { ZaakPagina } from './zaak/ZaakPagina';

const CaseloadPagina = lazy(() => import('./caseload/CaseloadPagina'));
const MedewerkerPagina = lazy(() => import('./caseload/MedewerkerPagina'));
const DocumentPagina = lazy(() => import('../editor/DocumentPagina'));

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

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ZAAK = new RegExp(`^/zaken/(${UUID})$`);
const MEDEWERKER = new RegExp(`^/caseload/medewerkers/(${UUID})$`);
const DOCUMENT = new RegExp(`^/documenten/(${UUID})$`);

function Pagina({ ik }: { ik: Ik }) {
  const pad = usePad();
  const zaak = ZAAK.exec(pad)?.[1];
  const medewerker = MEDEWERKER.exec(pad)?.[1];
  const document = DOCUMENT.exec(pad)?.[1];
  if (pad === '/' && verdeelt(ik)) {
    return (
      <Suspense fallback={<Laden />}>
        <CaseloadPagina ik={ik} />
      </Suspense>
    );
  }
  if (medewerker && verdeelt(ik)) {
    return (
      <Suspense fallback={<Laden />}>
        <MedewerkerPagina key={medewerker} id={medewerker} ik={ik} />
      </Suspense>
    );
  }
  if (pad === '/') return <WerkvoorraadPagina ik={ik} />;
  if (pad === '/melding') return <MeldingPagina ik={ik} />;
  if (zaak) return <ZaakPagina key={zaak} id={zaak} ik={ik} />;
  if (document) {
    return (
      <Suspense fallback={<Laden />}>
        <DocumentPagina key={document} id={document} ik={ik} />
      </Suspense>
    );
  }
  return <WegPagina ik={ik} />;
}
