import { Button } from '../parts/button.tsx';
import { searchText } from '../text/search.ts';
import { clearTaste, useTaste } from './taste.ts';
import { tasteHref } from './taste-href.ts';

const texts = searchText.taste;

/** What was liked so far and where it leads; nothing where nothing was. */
export function TasteBar() {
  const taste = useTaste();
  const { liked, disliked } = taste;
  if (liked.length + disliked.length === 0) return null;
  return (
    <section class="taste-bar" aria-label={texts.label}>
      <span role="status">{texts.state(liked.length, disliked.length)}</span>
      {liked.length > 0 ? (
        <a href={tasteHref(taste)}>{texts.see}</a>
      ) : (
        <span class="hint">{texts.likeFirst}</span>
      )}
      <Button kind="quiet" onClick={clearTaste}>
        {texts.clear}
      </Button>
    </section>
  );
}
