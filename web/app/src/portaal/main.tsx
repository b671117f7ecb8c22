import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/portaal.css';
import { bewaarNiets } from '../sessie/leeg';
import { beginTaal } from '../taal';
import { Portaal } from './Portaal';

bewaarNiets();
const root = document.getElementById('app');
if (root) {
  void beginTaal().then(() =>
    createRoot(root).render(
      <StrictMode>
        <Portaal />
      </StrictMode>,
    ),
  );
}
