import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/portaal.css';
import { Portaal } from './Portaal';

const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Portaal />
    </StrictMode>,
  );
}
