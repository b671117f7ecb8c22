import { stuur } from '../api/http';
import type { Verder } from '../api/types';
import { kiesTaal } from '../taal';
import { maakLeeg, zegUit } from './leeg';

/** Ends the session here, and with a provider of identities its own as well: else the next login on this device asks nothing. */
export async function uitloggen() {
  let naar = '/inloggen';
  try {
    const verder = await stuur<Verder | undefined>('/uitloggen', {});
    naar = verder?.ga_naar ?? naar;
  } finally {
    zegUit();
    sessionStorage.clear();
    kiesTaal('nl');
    maakLeeg();
    // Not one step back to what was on the screen.
    location.replace(naar);
  }
}
