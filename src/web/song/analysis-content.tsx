import type { Analysis } from '../api/types.ts';
import { words } from '../shell/format.ts';

const RATINGS: Record<Analysis['explicit']['rating'], string> = {
  clean: 'Clean',
  mild: 'Mild',
  explicit: 'Explicit',
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

/** People, places and brands that the text names. */
export function Names({ analysis: { entities } }: { analysis: Analysis }) {
  const kinds = Object.entries(entities).filter(([, found]) => found.length > 0);
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
