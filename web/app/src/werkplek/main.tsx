import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/index.css';
import { bewaarNiets } from '../sessie/leeg';
import { App } from './App';
import { beginVoorkeur } from './schil/voorkeur';

bewaarNiets();
beginVoorkeur();
const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
