// A command of the portal's plan: refused it stands in the window that asked.
import { useOpdracht } from '../../../rt/hooks';
import { mijnplan } from '../../../teksten/mijnplan';
import { Bel } from '../../../ui/belnummer';
import { Foutlijst, type Foutmelding } from '../../../ui/veld';
import { Wachtregel } from '../../../ui/wachtregel';
import { uitProbleem, useFouten } from '../../../werkplek/formulier';

export function useDoe() {
  const { run, neemTerug, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const doe = async (pad: string, body: unknown, velden: Record<string, string>): Promise<boolean> => {
    try {
      return Boolean(await run(pad, body));
    } catch (error) {
      toon(uitProbleem(error, (naam) => velden[naam]));
      return false;
    }
  };
  const melding = (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      {fouten.some(({ kop }) => kop) && (
        <p>
          {mijnplan.zeg.bel}
          <Bel />
        </p>
      )}
      <Wachtregel wacht={wacht} />
    </>
  );
  return { doe, neemTerug, bezig, melding, veld, toon: (found: Foutmelding[]) => toon(found) };
}
