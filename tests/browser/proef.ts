// The test that every spec uses: whoever sat at a screen leaves when it ends. A page that stays open goes on following what others do
// and draws it, and a suite that grows slower with each test ends in time-outs.
import { test as basis } from '@playwright/test';

export const test = basis.extend<{ vertrek: undefined }>({
  vertrek: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
