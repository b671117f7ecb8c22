// Amounts, and charts with the same numbers in a table.
import type { CaseloadWat, LeningWat, ReserveringWat, TransactieWat } from '../api/types';
import { bedrag } from '../geld/bedrag';
import { Bedrag, Boeking, Lening, Potje, VerborgenProvider } from '../portaal/geld/delen';
import { Verloop } from '../werkplek/caseload/Verloop';
import { Vak } from './Vak';

const POTJES: ReserveringWat[] = [
  {
    code: 'kleding',
    naam: 'Kleding',
    doel: 'Winterjas en schoenen',
    saldo_cents: 12_500,
    streef_cents: 20_000,
  },
  { code: 'los', naam: 'Zonder doel', doel: 'Wat overblijft', saldo_cents: 3_400, streef_cents: null },
];
const LENING: LeningWat = {
  hoofdsom_cents: 360_000,
  openstaand_cents: 260_000,
  termijn_cents: 20_000,
  termijnen: 18,
  betaald: 5,
  achterstand_cents: 20_000,
  volgende_op: '2026-12-12',
};
const BOEKINGEN: TransactieWat[] = [
  { id: 'a', omschrijving: 'Toeslag', bedrag_cents: 6_500, datum: '2026-11-24', gat: false },
  { id: 'b', omschrijving: 'Leefgeld week', bedrag_cents: -6_500, datum: '2026-11-23', gat: false },
];
const VERLOOP = {
  verloop: [4, 6, 5, 9, 12, 11].map((aantal, i) => ({ dag: `2026-11-2${i}`, aantal })),
} as CaseloadWat;

export function Bedragen() {
  return (
    <Vak titel="Bedragen">
      <p className="bedrag">{bedrag(121_235)}</p>
      <VerborgenProvider value>
        <p className="bedrag">
          <Bedrag cents={121_235} />
        </p>
      </VerborgenProvider>
      <ul className="geldrijen">
        {BOEKINGEN.map((een, i) => (
          <Boeking key={een.id} transactie={een} vers={i === 0} />
        ))}
      </ul>
      <ul className="geldrijen">
        {POTJES.map((pot) => (
          <Potje key={pot.code} pot={pot} />
        ))}
      </ul>
      <Lening lening={LENING} />
    </Vak>
  );
}

export function Grafieken() {
  return <Verloop wat={VERLOOP} />;
}
