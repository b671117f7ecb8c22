import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { later } from './later';

const Er = ({ wie }: { wie: string }) => createElement('p', {}, `Dag ${wie}`);

it('what could not be fetched is fetched anew when one asks, and when one comes back', async () => {
  const haal = vi.fn<() => Promise<typeof Er>>().mockRejectedValue(new TypeError('offline'));
  const Deel = later(haal);
  const hier = document.createElement('div');
  const toon = () => {
    const root = createRoot(hier);
    flushSync(() => root.render(createElement(Deel, { wie: 'Maria' })));
    return root;
  };
  const eerst = toon();
  await vi.waitFor(() => expect(hier.querySelector('[role="alert"]')).not.toBeNull());
  eerst.unmount();
  const terug = toon();
  await vi.waitFor(() => expect(hier.querySelector('button')).not.toBeNull());
  expect(haal).toHaveBeenCalledTimes(2);
  haal.mockResolvedValue(Er);
  flushSync(() => hier.querySelector('button')?.click());
  await vi.waitFor(() => expect(hier.textContent).toBe('Dag Maria'));
  expect(haal).toHaveBeenCalledTimes(3);
  terug.unmount();
  // And then it is there.
  toon();
  expect(hier.textContent).toBe('Dag Maria');
  expect(haal).toHaveBeenCalledTimes(3);
});
