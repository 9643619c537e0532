import { formatNumber, words } from '../../text/format.ts';
import { verseText } from '../../text/verse.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { EvidenceLinks, type Jump } from './jump.tsx';
import { Panel } from './panel.tsx';

interface ContentProps {
  analysis: AnyAnalysis;
}

/** How strong the language of the text is. */
export function Explicitness({ analysis: { explicit } }: ContentProps) {
  const found = Object.entries(explicit.counts).filter(([, count]) => count > 0);
  return (
    <Panel title={verseText.explicit.title}>
      <p class="panel-lead">{verseText.explicit.ratings[explicit.rating]}</p>
      {found.length > 0 && (
        <p class="muted">{found.map(([kind, count]) => `${words(kind)} ${count}`).join(', ')}</p>
      )}
    </Panel>
  );
}

const STYLE_PARTS = ['subgenre', 'voice', 'tone', 'storytelling'] as const;

/** How the song is told, where a model judged it; the engine judges the tone alone and says how likely it is. */
export function Style({ analysis: { style }, jump }: ContentProps & { jump: Jump }) {
  const parts = STYLE_PARTS.filter((part) => style[part] !== null);
  if (parts.length === 0 && style.wordplay === null) return null;
  const { title, names } = verseText.style;
  return (
    <Panel title={title}>
      <dl class="names">
        {parts.map((part) => (
          <div key={part}>
            <dt>{names[part]}</dt>
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
            <dt>{names.wordplay}</dt>
            <dd>
              <span class="number">{formatNumber(style.wordplay.level, 2)}</span>
              <EvidenceLinks evidence={style.wordplay.evidence} jump={jump} />
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

const NAMES_SHOWN = 8;
const KINDS = ['people', 'places', 'brands'] as const;

/** People, places and brands that the text names. */
export function Names({ analysis: { entities } }: ContentProps) {
  // Where lyrics are not public a name that is on no public list is withheld: its place is there and the name is empty.
  const kinds = KINDS.map((kind) => ({
    kind,
    found: entities[kind].filter(({ name }) => name !== ''),
  })).filter(({ found }) => found.length > 0);
  if (kinds.length === 0) return null;
  const { title, ...names } = verseText.names;
  return (
    <Panel title={title}>
      <dl class="names">
        {kinds.map(({ kind, found }) => (
          <div key={kind}>
            <dt>{names[kind]}</dt>
            <dd>
              {found
                .slice(0, NAMES_SHOWN)
                .map(({ name }) => name)
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
