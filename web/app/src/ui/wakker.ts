// A screen that is looked at and not touched stays on, as far as the device allows it: a battery or a system may refuse, and then it goes dark
// as it would. The lock goes when the page is out of sight, and is asked again when it is seen.
import { useEffect } from 'react';

export function useWakker() {
  useEffect(() => {
    if (!navigator.wakeLock) return undefined;
    let slot: WakeLockSentinel | undefined;
    let weg = false;
    let bezig = false;
    const vraag = async () => {
      if (bezig || document.visibilityState !== 'visible' || (slot && !slot.released)) return;
      bezig = true;
      const nieuw = await navigator.wakeLock.request('screen').catch(() => undefined);
      bezig = false;
      if (weg) await nieuw?.release();
      else slot = nieuw;
    };
    const gezien = () => void vraag();
    gezien();
    document.addEventListener('visibilitychange', gezien);
    return () => {
      weg = true;
      document.removeEventListener('visibilitychange', gezien);
      void slot?.release();
    };
  }, []);
}
