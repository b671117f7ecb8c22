import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/nl';
import { Schil } from '../Schil';

const SignaalPagina = lazy(() => import('../SignaalPagina').then((m) => ({ default: m.SignaalPagina })));

export const pagina: Pagina = {
  pad: '/portaal/signaal',
  toon: ({ ik }) => (
    <Suspense
      fallback={
        <Schil titel={nl.signaal.melden.titel} ik={ik}>
          <h1>{nl.signaal.melden.titel}</h1>
        </Schil>
      }
    >
      <SignaalPagina ik={ik} />
    </Suspense>
  ),
};
