import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../stijl/index.css';
import { App } from './App';

const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
