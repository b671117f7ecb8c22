// When a talk is held.
import type { Gesprekplek } from '../api/types';

export const gesprek = {
  koppen: { vandaag: 'Gesprekken vandaag', later: 'Gesprekken de komende dagen' },
  wanneer: (dag: string, uur: string) => `${dag}, ${uur} uur`,
  vandaag: (uur: string) => `Vandaag ${uur} uur`,
  morgen: (uur: string) => `Morgen ${uur} uur`,
  plek: (plek: Gesprekplek, naam: string | undefined) => {
    switch (plek) {
      case 'thuis':
        return `bij ${naam ?? 'de inwoner'} thuis`;
      case 'gemeentehuis':
        return naam ? `met ${naam} op het gemeentehuis` : 'op het gemeentehuis';
      case 'bellen':
        return naam ? `bellen met ${naam}` : 'telefonisch';
    }
  },
  samen: (namen: string) => `Samen met ${namen}`,
  alleen: 'U bent de enige van ons.',
  afgezegd: 'gaat niet door',
  plan: 'Plan gesprek',
  opnieuw: 'Plan opnieuw',
  verzet: 'Verzet',
  zegAf: 'Zeg af',
  planTitel: 'Wanneer is het gesprek?',
  verzetTitel: 'Naar wanneer verzet u het gesprek?',
  uitleg: 'De inwoner ziet op de eigen pagina de dag, de tijd, de plek en wie er komt.',
  dag: 'Dag',
  dagUitleg: 'Bijvoorbeeld 14-12-2026',
  dagFout: 'Vul een dag in die nog komt, bijvoorbeeld 14-12-2026.',
  tijd: 'Tijd',
  tijdUitleg: 'Bijvoorbeeld 10:30',
  tijdFout: 'Vul uren en minuten in, bijvoorbeeld 10:30.',
  waar: 'Waar',
  waarOpties: {
    thuis: 'Bij de inwoner thuis',
    gemeentehuis: 'Op het gemeentehuis',
    bellen: 'Wij bellen',
  } satisfies Record<Gesprekplek, string>,
  planKnop: 'Plan het gesprek',
  verzetKnop: 'Verzet het gesprek',
  afTitel: 'Waarom gaat het gesprek niet door?',
  afUitleg: 'Wie meedoet, leest de reden. De inwoner ziet alleen dat het niet doorgaat.',
  reden: 'Reden',
  redenVeld: 'de reden',
  afKnop: 'Zeg het gesprek af',
  gepland: (wanneer: string, plek: string) => `Gesprek: ${wanneer}, ${plek}.`,
  nietDoor: (wanneer: string, reden: string) => `Het gesprek van ${wanneer} gaat niet door: ${reden}`,
  omroep: 'Er is een gesprek gepland of gewijzigd',
};
