// A command of the portal's plan: refused it stands in the window that asked.
import { useOpdracht } from '../../../rt/hooks';
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
      <Wachtregel wacht={wacht} />
    </>
  );
  // Not for what was filled in: what happened instead stands above.
  const geweigerd = fouten.some(({ kop }) => kop);
  return { doe, neemTerug, bezig, melding, geweigerd, veld, toon: (found: Foutmelding[]) => toon(found) };
}
