import { searchText } from '../text/search.ts';
import type { Suggestions } from './use-suggestions.ts';

interface SuggestionListProps {
  found: Suggestions;
  onChoose: () => void;
}

/** Titles and artists under the box, over what stands there: links, so that Enter in the box still searches. */
export function SuggestionList({ found, onChoose }: SuggestionListProps) {
  const { label, count, failed } = searchText.suggestions;
  if (found.isFailed) {
    return (
      <div class="suggestions" role="status">
        <p class="suggestions-note">{failed}</p>
      </div>
    );
  }
  return (
    <div class={found.items.length === 0 ? undefined : 'suggestions'}>
      <p class="unseen" role="status">
        {count(found.items.length)}
      </p>
      {found.items.length > 0 && (
        <ul aria-label={label}>
          {found.items.map(({ href, name, about }) => (
            <li key={href}>
              <a class="suggestion" href={href} onClick={onChoose}>
                <span class="suggestion-name">{name}</span> <span class="muted">{about}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
