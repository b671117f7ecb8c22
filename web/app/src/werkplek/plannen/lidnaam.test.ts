import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { haal } from '../../api/http';
import { useHuizen } from './Lidnaam';

vi.mock('../../api/http', async (echt) => ({ ...(await echt<object>()), haal: vi.fn() }));

let root: Root;
const vraagt = vi.mocked(haal);
function Leden({ mag }: { mag: boolean }) {
  return createElement('p', {}, useHuizen('g', mag).get('maria') ?? 'onbekend');
}
const toon = (mag: boolean) => {
  const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } });
  return act(async () =>
    root.render(createElement(QueryClientProvider, { client }, createElement(Leden, { mag }))),
  );
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  vraagt.mockReset().mockResolvedValue({ huishoudens: [{ persoon: 'maria', huishouden: 'h' }] });
  const plek = document.createElement('div');
  document.body.replaceChildren(plek);
  root = createRoot(plek);
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// shows X-26
it('where the leden live is asked once, however often one comes back to the window', async () => {
  await toon(true);
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(document.body.textContent).toBe('h');
  for (let n = 0; n < 3; n += 1) {
    await act(() => vi.advanceTimersByTimeAsync(3_600_000));
    await act(async () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
  }
  expect(vraagt).toHaveBeenCalledTimes(1);
});

it('who may not see it does not ask', async () => {
  await toon(false);
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(vraagt).not.toHaveBeenCalled();
});
