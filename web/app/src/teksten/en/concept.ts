// A half-filled form that the server keeps, in English. B1.
import type { concept } from '../concept';
import type { Vertaling } from '../vertaling';

export const conceptEn: Vertaling<typeof concept> = {
  bezig: 'Not kept yet',
  bewaard: (om) => `Draft kept at ${om}`,
  niet: {
    lijn: 'Not kept: there is no connection. We keep trying.',
    sessie: 'Not kept: log in again first.',
    storing: 'Not kept: we cannot save it now. We keep trying.',
    weigering: 'Not kept: it is too much text, or it may not be kept any more.',
  },
  elders:
    'There is another draft, or you wrote on in another place. What you see here is not kept. Do you keep this one? Then the other draft is gone.',
  geregistreerd:
    'You have sent this, in another window or on another device. What you typed here after that is not kept.',
  wegMaar:
    'This draft was sent or thrown away, in another window or on another device. What you see here is not kept. After that came in:',
  weg: 'This draft was sent or thrown away, in another window or on another device. What you see here is not kept.',
  kiesBoven: 'What you see here is not kept. Choose at the top of the page what you want.',
  openZaak: (nummer) => `Open case ${nummer}`,
  beginOpnieuw: 'Start again',
  neemAndere: 'Show that draft',
  houdDit: 'Keep what is here',
  aanbod: (wanneer, over) => `Draft of ${wanneer}${over ? `, about ${over}` : ''}.`,
  uur: (tijd) => tijd,
  dagUur: (dag, tijd) => `${dag}, ${tijd}`,
  tot: (dag) => `We keep it until ${dag}.`,
  verder: 'Go on with this draft',
  gooiWeg: 'Throw away',
};
