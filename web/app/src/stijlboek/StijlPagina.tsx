// Every component in every state, in each theme, so that whoever makes a page sees what there is, and whoever changes one sees what goes
// along. Demo mode only; what stands here is made up.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { nl } from '../teksten/werk';
import oeverland from '../thema/theme-oeverland.css?url';
import { LosBlad } from '../ui/losblad';
import { OmroepRegio } from '../ui/omroep';
import { bijVoorkeur, kiesThema, leesThema, THEMAS } from '../werkplek/schil/voorkeur';
import './stijlboek.css';
import { Bedragen, Grafieken } from './cijfers';
import { Formulieren, Knoppen } from './invoer';
import { Mensen, Zaakdelen } from './mensen';
import { Dialogen, Meldingen, Standen } from './standen';

export function StijlPagina() {
  return (
    <LosBlad titel="Stijl">
      <p className="lead">
        Elk onderdeel in elke stand. De kleuren komen van het thema, en van nergens anders.
      </p>
      <Thema />
      <Knoppen />
      <Formulieren />
      <Meldingen />
      <Standen />
      <Dialogen />
      <Zaakdelen />
      <Mensen />
      <Bedragen />
      <Grafieken />
      <OmroepRegio />
    </LosBlad>
  );
}

/** Light, dark, and the theme of another municipality: a file after ours, as one would bring it. */
function Thema() {
  const thema = useSyncExternalStore(bijVoorkeur, leesThema);
  const [tweede, setTweede] = useState(false);
  useEffect(() => {
    if (!tweede) return undefined;
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: oeverland });
    document.head.append(link);
    return () => link.remove();
  }, [tweede]);
  return (
    <fieldset className="themakeuze">
      <legend>{nl.schil.thema}</legend>
      {THEMAS.map((een) => (
        <label className="keuze" key={een}>
          <input type="radio" name="thema" checked={thema === een} onChange={() => kiesThema(een)} />
          {nl.schil.themas[een]}
        </label>
      ))}
      <label className="keuze">
        <input type="checkbox" checked={tweede} onChange={() => setTweede(!tweede)} />
        Het thema van Oeverland
      </label>
    </fieldset>
  );
}
