import type { Analysis } from '../api/types.ts';
import { formatNumber, words } from '../text/format.ts';
import { EvidenceLinks } from './evidence-links.tsx';

const RATINGS: Record<Analysis['explicit']['rating'], string> = {
  clean: 'Clean',
  mild: 'Mild',
  explicit: 'Explicit',
  unknown: 'Not rated in this language',
};

const NAMES_SHOWN = 8;

export function Explicitness({ analysis: { explicit } }: { analysis: Analysis }) {
  const found = Object.entries(explicit.counts).filter(([, count]) => count > 0);
  return (
    <section class="panel">
      <h3>Language of the text</h3>
      <p class="panel-lead">{RATINGS[explicit.rating]}</p>
      {found.length > 0 && (
        <p class="muted">{found.map(([kind, count]) => `${words(kind)} ${count}`).join(', ')}</p>
      )}
    </section>
  );
}

const STYLE_PARTS = ['subgenre', 'voice', 'tone', 'storytelling'] as const;

/** How the song is told, where a model judged it; the engine judges the tone alone and says how likely it is. */
export function Style({ analysis: { style }, lyrics }: { analysis: Analysis; lyrics: string | null }) {
  const parts = STYLE_PARTS.filter((part) => style[part] !== null);
  if (parts.length === 0 && style.wordplay === null) return null;
  return (
    <section class="panel">
      <h3>Style</h3>
      <dl class="names">
        {parts.map((part) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>
              {style[part]}
              {part === 'tone' && style.tone_confidence != null && (
                <>
                  {' '}
                  <span class="number">{formatNumber(style.tone_confidence, 2)}</span>
                </>
              )}
            </dd>
          </div>
        ))}
        {style.wordplay !== null && (
          <div>
            <dt>wordplay</dt>
            <dd>
              <span class="number">{formatNumber(style.wordplay.level, 2)}</span>
              <EvidenceLinks evidence={style.wordplay.evidence} lyrics={lyrics} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** People, places and brands that the text names. */
export function Names({ analysis: { entities } }: { analysis: Analysis }) {
  // Where lyrics are not public a name that is on no public list is withheld: its place is there and the name is empty.
  const kinds = (['people', 'places', 'brands'] as const)
    .map((kind) => [kind, entities[kind].filter(({ name }) => name !== '')] as const)
    .filter(([, found]) => found.length > 0);
  if (kinds.length === 0) return null;
  return (
    <section class="panel">
      <h3>Names</h3>
      <dl class="names">
        {kinds.map(([kind, found]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>
              {found
                .slice(0, NAMES_SHOWN)
                .map((one) => one.name)
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
