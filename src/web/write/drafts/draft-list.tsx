import { Button } from '../../parts/button.tsx';
import { tell } from '../../parts/toast.tsx';
import { writeText } from '../../text/write.ts';
import { type Tool, writeHref } from '../write-address.ts';
import type { DraftSummary } from './draft-store.ts';
import type { OpenDraft } from './use-draft.ts';

const { drafts: text } = writeText;

const WHEN = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

interface ListProps {
  drafts: readonly DraftSummary[];
  draft: OpenDraft;
  tool: Tool;
  onChange: () => void;
}

/** The drafts of this browser, the last saved first. */
export function DraftList({ drafts, draft: { store, session }, tool, onChange }: ListProps) {
  if (drafts.length === 0) return <p class="muted">{text.none}</p>;
  const remove = ({ id, title }: DraftSummary) => {
    const removed = store.remove(id);
    onChange();
    if (removed === null) return;
    const restore = () => {
      store.save(id, removed, { base: null, now: removed.savedAt });
      onChange();
    };
    tell({ text: text.deleted(title ?? text.untitled), action: { label: text.restore, run: restore } });
  };
  return (
    <ul class="draft-list">
      {drafts.map((one) => {
        const title = one.title ?? text.untitled;
        const facts = text.facts(one.lines, WHEN.format(one.savedAt));
        return (
          <li key={one.id}>
            {one.id === session.state.id ? (
              <b class="draft-title">{title}</b>
            ) : (
              <a class="draft-title" href={writeHref({ draft: one.id, tool })}>
                {title}
              </a>
            )}
            <span class="muted">{one.id === session.state.id ? text.current : facts}</span>
            {one.id !== session.state.id && (
              <Button kind="quiet" aria-label={text.deleteNamed(title)} onClick={() => remove(one)}>
                {text.delete}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
