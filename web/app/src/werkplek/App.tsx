import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Probleem } from '../api/http';
import type { Ik } from '../api/types';
import { PaginasProvider, type Pagina as PaginaType, verzamel, vindPagina } from '../pagina';
import { Paginakop, usePad } from '../route';
import { DocumentenProvider } from '../rt/document/documenten';
import { DocumentRegistry } from '../rt/document/registry';
import { type Rt, RtProvider, useRtStatus } from '../rt/hooks';
import { startRt } from '../rt/start';
import { Bevestiging } from '../sessie/Bevestiging';
import { Inloggen } from '../sessie/Inloggen';
import { haalIk, isInwoner } from '../sessie/ik';
import { Kamer } from '../sessie/Kamer';
import { bijUit, maakLeeg } from '../sessie/leeg';
import { Rolkeuze } from '../sessie/Rolkeuze';
import { StapOp } from '../sessie/StapOp';
import { nl } from '../teksten/werk';
import { Grens } from '../ui/grens';
import { Knop, knopKlasse } from '../ui/knop';
import { isIetsOnbewaard, wisConcepten } from './concept';
import { DemoPagina, Stijl } from './DemoPagina';
import { Laden, LosBlad, WegPagina } from './randpaginas';
import { Schil } from './Schil';
import { SessieDialoog } from './SessieDialoog';
import { neemOver } from './zaken/weergaven';

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

/** The pages before one is in. */
const RAND: Record<string, () => ReactNode> = {
  '/demo': () => <DemoPagina />,
  '/inloggen': () => <Inloggen />,
  '/rol': () => <Rolkeuze />,
  '/stap-op': () => <StapOp />,
  '/stijl': () => <Stijl />,
};

function Ingang() {
  const pad = usePad();
  const rand = RAND[pad];
  return rand ? rand() : <Binnen />;
}

function Binnen() {
  const pad = usePad();
  const ik = useQuery({ queryKey: ['ik'], queryFn: haalIk, staleTime: Number.POSITIVE_INFINITY });
  const geenSessie = ik.error instanceof Probleem && ik.error.status === 401;
  const inwoner = ik.data !== undefined && isInwoner(ik.data);
  const rolKiezen = ik.error instanceof Probleem && ik.error.problem.code === 'sessie.rol_kiezen';
  useEffect(() => {
    if (geenSessie) location.replace('/inloggen');
    if (rolKiezen) location.replace('/rol');
    if (inwoner && pad === '/') location.replace('/portaal');
  }, [geenSessie, rolKiezen, inwoner, pad]);

  if (inwoner) return pad === '/' ? <Laden /> : <VoorMedewerkers />;
  if (ik.data) return <Werkplek ik={ik.data} />;
  if (ik.error && !geenSessie && !rolKiezen) {
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

function VoorMedewerkers() {
  const t = nl.andereDeur;
  return (
    <LosBlad titel={t.medewerkers}>
      <p className="lead">{t.medewerkersUitleg}</p>
      <p>
        <a className={knopKlasse('eerst')} href="/portaal">
          {t.naarPortaal}
        </a>
      </p>
    </LosBlad>
  );
}

/** Somebody else, or the same in another role: nothing of what is on the screen may be left. */
function opnieuwBeginnen() {
  wisConcepten();
  location.replace('/');
}

/** Whoever sits here logged out in another tab. What nobody asked about there, and is nowhere else, stays in memory for who wrote it. */
function uitgelogd({ connection }: Rt, documents: DocumentRegistry) {
  if (isIetsOnbewaard() || documents.onbewaard() > 0) {
    connection.end();
    return;
  }
  wisConcepten();
  maakLeeg();
  location.replace('/inloggen');
}

function Werkplek({ ik }: { ik: Ik }) {
  const [rt] = useState<Rt>(() => startRt(haalIk, opnieuwBeginnen, '/'));
  const [documents] = useState(() => new DocumentRegistry(rt.connection));
  useEffect(() => bijUit(() => uitgelogd(rt, documents)), [rt, documents]);
  useEffect(() => neemOver(queries, ik), [ik]);
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
      <DocumentenProvider value={documents}>
        <InKamer>
          <Pagina ik={ik} />
        </InKamer>
      </DocumentenProvider>
      <SessieDialoog ik={ik} />
      <Bevestiging deur={ik.sessie.deur} />
    </RtProvider>
  );
}

function InKamer({ children }: { children: ReactNode }) {
  const { fase } = useRtStatus();
  return <Kamer dicht={fase === 'sessie' ? nl.paginatitel(nl.sessie.titel) : undefined}>{children}</Kamer>;
}

const paginas = verzamel(import.meta.glob<{ pagina: PaginaType }>('./paginas/*.tsx', { eager: true }));

/** A page that cannot be shown takes nothing else along: the menu leads on. */
function Mis({ ik, opnieuw }: { ik: Ik; opnieuw: () => void }) {
  return (
    <Schil ik={ik}>
      <div className="smal stack">
        <Paginakop titel={nl.fout.titel}>{nl.fout.titel}</Paginakop>
        <p className="lead">{nl.fout.uitleg}</p>
        <p>
          <Knop soort="eerst" onClick={opnieuw}>
            {nl.fout.opnieuw}
          </Knop>
        </p>
      </div>
    </Schil>
  );
}

function Pagina({ ik }: { ik: Ik }) {
  const pad = usePad();
  const gevonden = vindPagina(paginas, pad);
  return (
    <PaginasProvider value={paginas}>
      {gevonden ? (
        <Grens key={pad} toon={(opnieuw) => <Mis ik={ik} opnieuw={opnieuw} />}>
          {gevonden.pagina.toon({ ik, id: gevonden.id })}
        </Grens>
      ) : (
        <WegPagina ik={ik} />
      )}
    </PaginasProvider>
  );
}
