import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/portaal.css';
import { bewaarNiets } from '../sessie/leeg';
import { Portaal } from './Portaal';

bewaarNiets();
const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Portaal />
    </StrictMode>,
  );
}
