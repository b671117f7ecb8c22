// Lines of the trail as a table: who did what at whose dossier, when, and on which ground.
import type { SpoorRegel } from '../../api/types';
import { datumKort, tijdTel } from '../../datum';
import { sporen } from '../../teksten/sporen';
import { wieDeed } from './wie';

const t = sporen.spoor;

export function Spoortabel({ items }: { items: SpoorRegel[] }) {
  const k = t.kolommen;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its frame is scrolled by keyboard too
    <section className="tabelvak" aria-label={t.lijst} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[k.wanneer, k.wie, k.wat, k.over, k.waarom, k.uitkomst].map((kop) => (
              <th key={kop} scope="col">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((regel) => (
            <Rij key={regel.n} regel={regel} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rij({ regel }: { regel: SpoorRegel }) {
  return (
    <tr data-regel={regel.n} data-handeling={regel.handeling}>
      <th scope="row">
        <time dateTime={regel.at}>
          {datumKort(regel.at)} {tijdTel(regel.at)}
        </time>
      </th>
      <td>
        {wieDeed(regel)}
        {regel.wie && regel.rol_naam && <small> {regel.rol_naam}</small>}
        {regel.namens && <small> {t.namens(regel.namens.naam)}</small>}
      </td>
      <td>
        {regel.handeling_naam}
        <small> {regel.object}</small>
        {regel.systeem && <small> {t.systeem(regel.systeem)}</small>}
      </td>
      <td>
        {regel.betrokkenen.map((wie) => wie.naam ?? t.naamloos).join(', ')}
        {regel.achtergehouden && <small> ({t.achtergehouden})</small>}
      </td>
      <td>
        {regel.grond}
        {regel.doel && <small> {regel.doel}</small>}
      </td>
      <td>
        {t.uitkomsten[regel.uitkomst]}
        {regel.code && <small> {regel.code}</small>}
      </td>
    </tr>
  );
}
