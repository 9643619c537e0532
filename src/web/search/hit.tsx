import type { SearchHit } from '../api/types.ts';
import { SimilarityMeter } from '../parts/similarity-meter.tsx';
import { TasteButtons } from '../taste/taste-buttons.tsx';
import { searchText } from '../text/search.ts';
import { lineHash } from '../verse/line-hash.ts';
import { markWords } from './mark-words.ts';
import { SongHeading } from './song-heading.tsx';

const texts = searchText.hit;

/** One song that was found: who and when, two of its lines, why it is here, and how well it fits. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { track, snippet, why } = hit;
  const href = `/app/tracks/${track.id}`;
  return (
    <li class="hit">
      <SongHeading track={track} />
      {snippet !== null && hit.withheld === null && (
        <a class="hit-lines" href={`${href}${lineHash(snippet)}`} lang={track.language ?? undefined}>
          <MarkedLines text={snippet.text} asked={why.matched_words} />
        </a>
      )}
      {snippet !== null && hit.withheld !== null && (
        <p class="hit-withheld">
          {texts.place(snippet, hit.section)}. {texts.budget}
        </p>
      )}
      <Why hit={hit} />
      <TasteButtons id={track.id} title={track.title} />
    </li>
  );
}

function Why({ hit: { why, confidence, versions } }: { hit: SearchHit }) {
  return (
    <p class="hit-why">
      <span>
        <span class="meter-label">{texts.fit}</span> {texts.fits[confidence]}
      </span>
      {why.similarity !== null && <SimilarityMeter value={why.similarity} />}
      {why.matched_words.length > 0 && (
        <span>
          <span class="meter-label">{texts.words}</span> {why.matched_words.join(', ')}
        </span>
      )}
      {versions.length > 0 && (
        <span>
          <span class="meter-label">{texts.versions}</span>{' '}
          {versions.map(({ id, title }, i) => (
            <>
              {i > 0 && ', '}
              <a key={id} href={`/app/tracks/${id}`}>
                {title}
              </a>
            </>
          ))}
        </span>
      )}
    </p>
  );
}

function MarkedLines({ text, asked }: { text: string; asked: readonly string[] }) {
  return (
    <>
      {text.split('\n').map((line, i) => (
        <span key={i} class="hit-line">
          {markWords(line, asked).map((piece, j) =>
            piece.marked ? <mark key={j}>{piece.text}</mark> : piece.text,
          )}
        </span>
      ))}
    </>
  );
}
