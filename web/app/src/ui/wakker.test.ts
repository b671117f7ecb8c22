import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useWakker } from './wakker';

const release = vi.fn(async () => {});
const request = vi.fn(async () => ({ released: false, release }));
const zet = (wakeLock: unknown) =>
  Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });
function Scherm() {
  useWakker();
  return null;
}
const hang = () => {
  const root = createRoot(document.createElement('div'));
  flushSync(() => root.render(createElement(Scherm)));
  return root;
};
beforeEach(() => {
  vi.clearAllMocks();
  zet({ request });
});
afterEach(() => zet(undefined));

it('a wall screen asks to stay on, once, and lets go when it is left', async () => {
  const root = hang();
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(1));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(1);
  await request.mock.results[0]?.value;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(1);
  flushSync(() => root.unmount());
  expect(release).toHaveBeenCalledTimes(1);
});

it('goes on without when it is refused, and where there is no such thing', async () => {
  request.mockRejectedValueOnce(new Error('NotAllowedError'));
  hang();
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(1));
  zet(undefined);
  expect(hang).not.toThrow();
});
