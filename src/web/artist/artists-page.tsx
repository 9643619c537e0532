import '../styles/artist.css';
import type { ArtistList } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { navigate } from '../router/history.ts';
import { usePages } from '../search/use-pages.ts';
import { Failure } from '../shell/failure.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { artistText } from '../text/artist.ts';
import { formatCount } from '../text/format.ts';

type Row = ArtistList['items'][number];
type Order = 'tracks' | 'name';
interface Asked {
  name: string;
  sort: Order;
}

const texts = artistText.list;
const PER_PAGE = 50;
const ORDERS: readonly Order[] = ['tracks', 'name'];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', label: texts.name, render: ({ id, name }) => <a href={`/app/artists/${id}`}>{name}</a> },
  { key: 'songs', label: texts.songs, isNumber: true, render: ({ tracks }) => formatCount(tracks) },
];

function readAsked(search: string): Asked {
  const params = new URLSearchParams(search);
  return { name: params.get('name')?.trim() ?? '', sort: params.get('sort') === 'name' ? 'name' : 'tracks' };
}

function queryOf({ name, sort }: Asked): URLSearchParams {
  const query = new URLSearchParams();
  if (name !== '') query.set('name', name);
  query.set('sort', sort);
  return query;
}

const hrefOf = (asked: Asked): string => `/app/artists?${queryOf(asked)}`;

/** All artists, by songs or by name, or those with a name. */
export function ArtistsPage({ place }: PageProps) {
  const asked = readAsked(place.search);
  const query = queryOf(asked);
  query.set('limit', String(PER_PAGE));
  const { found, retry, more } = usePages<ArtistList>(`/artists?${query}`, place.arrival);
  const { answer, error, loading } = found;
  return (
    <div class="column">
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <Find asked={asked} />
      <Choice
        legend={texts.by}
        name="sort"
        value={asked.sort}
        options={ORDERS.map((value) => ({ value, label: texts.sorts[value] }))}
        onChoose={(sort) => navigate(hrefOf({ ...asked, sort }))}
      />
      <div aria-busy={loading} class="artists">
        {answer === null && error === null && <Waiting text={texts.loading} />}
        {answer !== null && answer.items.length === 0 && <p role="status">{texts.none}</p>}
        {answer !== null && answer.items.length > 0 && (
          <Table
            caption={texts.caption}
            isCaptionHidden
            columns={COLUMNS}
            rows={answer.items}
            rowKey={({ id }) => id}
          />
        )}
        {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
        {answer !== null && answer.next_cursor !== null && (
          <Button isWide isBusy={loading} onClick={more}>
            {texts.more}
          </Button>
        )}
      </div>
    </div>
  );
}

function Find({ asked }: { asked: Asked }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const name = new FormData(event.currentTarget).get('name');
    navigate(hrefOf({ ...asked, name: typeof name === 'string' ? name.trim() : '' }));
  };
  return (
    <search>
      <form class="find" onSubmit={submit}>
        <div class="field">
          <label for="name">{texts.find}</label>
          <input id="name" name="name" type="search" value={asked.name} maxLength={300} autocomplete="off" />
        </div>
        <Button type="submit">{texts.submit}</Button>
      </form>
    </search>
  );
}
