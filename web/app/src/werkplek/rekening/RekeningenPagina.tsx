// The rekeningen that a medewerker of budgetbeheer looks after, and which of them must be looked into.
import { useQuery } from '@tanstack/react-query';
import { haal } from '../../api/http';
import type { Ik, RekeningKort } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { geld } from '../../teksten/geld';
import { nl } from '../../teksten/werk';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';

const t = geld.werk;

export function RekeningenPagina({ ik }: { ik: Ik }) {
  const rekeningen = useQuery({
    queryKey: ['rekeningen'],
    queryFn: () => haal<{ items: RekeningKort[] }>('/rekeningen').then((r) => r.items),
    // Who comes back from a rekening reads how it stands now: no topic says that a difference came or went.
    staleTime: 0,
  });
  const items = rekeningen.data;
  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {rekeningen.error && !items && <p className="lead">{nl.fout.uitleg}</p>}
      {!items && !rekeningen.error && <Skelet regels={4} />}
      {items && <p className="lead">{t.lead(items.length)}</p>}
      {items && items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        <section className="tabelvak" tabIndex={0} aria-label={t.lijst}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.wie}</th>
                <th scope="col">{t.vorm}</th>
                <th scope="col">{t.sinds}</th>
                <th scope="col">{t.verschil}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((rekening) => (
                <tr key={rekening.id}>
                  <th scope="row">
                    <Naar to={`/rekeningen/${rekening.id}`}>{rekening.persoon?.naam ?? t.naamloos}</Naar>
                  </th>
                  <td>{geld.vorm[rekening.vorm]}</td>
                  <td>
                    <time dateTime={rekening.sinds}>{datumLang(rekening.sinds)}</time>
                  </td>
                  <td>
                    <Nakijken rekening={rekening} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Schil>
  );
}

function Nakijken({ rekening }: { rekening: RekeningKort }) {
  if (rekening.verschil) return <strong>{t.verschilUitleg}</strong>;
  if (rekening.onjuist) return <strong>{t.onjuistUitleg}</strong>;
  return <>{t.geenVerschil}</>;
}
