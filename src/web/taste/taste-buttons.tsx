import { searchText } from '../text/search.ts';
import { giveOpinion, type Opinion, useTaste } from './taste.ts';

const { like, dislike } = searchText.hit;
const OPINIONS: readonly { opinion: Opinion; text: string }[] = [
  { opinion: 'liked', text: like },
  { opinion: 'disliked', text: dislike },
];

/** Tells that more songs like this one are wanted, or fewer. */
export function TasteButtons({ id, title }: { id: number; title: string }) {
  const taste = useTaste();
  return (
    <p class="taste">
      {OPINIONS.map(({ opinion, text }) => (
        <button
          key={opinion}
          type="button"
          class="button button-quiet"
          aria-pressed={taste[opinion].includes(id)}
          aria-label={`${text}: ${title}`}
          onClick={() => giveOpinion(id, opinion)}
        >
          {text}
        </button>
      ))}
    </p>
  );
}
