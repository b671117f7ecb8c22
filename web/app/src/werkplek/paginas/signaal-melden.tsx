import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { MeldPagina } from '../signalen/MeldPagina';

export const pagina: Pagina = {
  pad: '/signaal',
  toon: ({ ik }) => <MeldPagina ik={ik} />,
  menu: {
    orde: 45,
    naam: nl.signaal.meldMenu,
    icoon: 'waarschuwing',
    rollen: new Set([
      'frontoffice',
      'kcc',
      'jeugdconsulent',
      'wmoconsulent',
      'consulent_inkomen',
      'werkcoach',
      'wijkteammanager',
      'regisseur',
      'medewerker_budgetbeheer',
      'trajectbegeleider',
      'ketenpartner',
    ]),
  },
};
