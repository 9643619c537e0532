import type { Artist } from '../api/types.ts';
import { PercentileMark } from '../parts/percentile-mark.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { artistText } from '../text/artist.ts';

type Profile = NonNullable<Artist['profile']>;
type Rank = Artist['percentiles'][number];

const texts = artistText.measures;
const ORDER = Object.keys(texts.texts);

const COLUMNS: readonly Column<Rank>[] = [
  { key: 'measure', label: texts.measure, render: ({ measure }) => texts.texts[measure]?.name },
  {
    key: 'value',
    label: texts.value,
    isNumber: true,
    render: ({ measure, value }) => texts.texts[measure]?.format(value),
  },
  {
    key: 'rank',
    label: texts.rank,
    render: ({ percentile, artists }) =>
      percentile === null ? (
        <span class="muted">{texts.unranked}</span>
      ) : (
        <PercentileMark percentile={percentile} text={texts.above(percentile, artists)} />
      ),
  },
];

/** What the songs measure, each with its rank among the artists; then the longest rhyme and the schemes. */
export function ArtistMeasures({ artist, profile }: { artist: Artist; profile: Profile }) {
  const shown = ORDER.flatMap((measure) => artist.percentiles.filter((rank) => rank.measure === measure));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" class="label">
        {texts.title}
      </h2>
      <Table
        caption={texts.caption(profile.analysed)}
        columns={COLUMNS}
        rows={shown}
        rowKey={(rank) => rank.measure}
      />
      <Rhymes rhyme={profile.rhyme} />
    </section>
  );
}

function Rhymes({ rhyme: { longest, schemes } }: { rhyme: Profile['rhyme'] }) {
  const { longest: long, schemes: scheme } = artistText;
  return (
    <dl class="pairs">
      {longest !== null && (
        <div>
          <dt>{long.title}</dt>
          <dd>
            {longest.first === '' || longest.first === null
              ? long.withheld(longest.syllables)
              : long.text(longest.first, longest.second ?? '', longest.syllables)}{' '}
            {long.in} <a href={`/app/tracks/${longest.track_id}`}>{longest.title}</a>
          </dd>
        </div>
      )}
      {schemes.length > 0 && (
        <div>
          <dt>{scheme.title}</dt>
          <dd>{schemes.map(({ value, share }) => scheme.text(value, share)).join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
