import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/index.css';
import { bewaarNiets } from '../sessie/leeg';
import { beginTaal } from '../taal';
import { App } from './App';
import { beginVoorkeur } from './schil/voorkeur';

bewaarNiets();
beginVoorkeur();
/** What residents read too, on their way in: in the language that they chose. Who works here reads Dutch. */
const VOOR_ALLEN = new Set(['/inloggen', '/stap-op']);

async function begin(root: HTMLElement) {
  if (VOOR_ALLEN.has(location.pathname)) await beginTaal();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('app');
if (root) void begin(root);
