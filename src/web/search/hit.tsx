import type { SearchHit } from '../api/types.ts';
import { SimilarityMeter } from '../parts/similarity-meter.tsx';
import { languageName, words, yearOf } from '../text/format.ts';
import { lineHash } from '../verse/line-hash.ts';
import { markWords } from './mark-words.ts';
import { placeText } from './place-text.ts';

/** One song that was found: who and when, two of its lines, and why it is here. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { track, snippet, why } = hit;
  const href = `/app/tracks/${track.id}`;
  const facts = [track.artist, yearOf(track.release_date), track.album].filter((fact) => fact !== null);
  return (
    <li class="hit">
      <h2 class="hit-title">
        <a href={href}>{track.title}</a>
        {track.lyrics_state !== 'ok' && <span class="badge">{words(track.lyrics_state)}</span>}
        {track.explicit && <span class="badge">Explicit</span>}
        {track.language !== null && track.language !== 'en' && (
          <span class="badge">{languageName(track.language)}</span>
        )}
      </h2>
      <p class="hit-facts">{facts.join(' · ')}</p>
      {snippet !== null && hit.withheld === null && (
        <a class="hit-lines" href={`${href}${lineHash(snippet)}`} lang={track.language ?? undefined}>
          <MarkedLines text={snippet.text} asked={why.matched_words} />
        </a>
      )}
      {snippet !== null && hit.withheld !== null && (
        <p class="hit-withheld">
          {placeText(snippet, hit.section)}. You have seen as many lines of lyrics as this site shows in a
          day; more can be read tomorrow.
        </p>
      )}
      <p class="hit-why">
        {why.similarity !== null && <SimilarityMeter value={why.similarity} />}
        {why.matched_words.length > 0 && (
          <span>
            <span class="meter-label">Words</span> {why.matched_words.join(', ')}
          </span>
        )}
      </p>
    </li>
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
