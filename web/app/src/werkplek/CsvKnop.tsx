// Keeps a table of the screen as a file.
import { bewaar, type Rijen } from '../csv';
import { nl } from '../teksten/werk';
import { Knop } from '../ui/knop';

export interface CsvKnopProps {
  /** What the file is called, without its ending. */
  naam: string;
  /** What the table is called, for who hears the page. */
  tabel: string;
  /** The table as it stands, its heads first. */
  rijen: () => Rijen;
}

export function CsvKnop({ naam, tabel, rijen }: CsvKnopProps) {
  return (
    <Knop soort="stil" klein aria-label={nl.csv.van(tabel)} onClick={() => bewaar(`${naam}.csv`, rijen())}>
      {nl.csv.knop}
    </Knop>
  );
}
