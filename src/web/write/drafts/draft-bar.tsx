import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { tell } from '../../parts/toast.tsx';
import { navigate } from '../../router/history.ts';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import type { PadDocument } from '../pad/pad-document.ts';
import { type Tool, writeHref } from '../write-address.ts';
import { DraftList } from './draft-list.tsx';
import type { SessionState } from './draft-session.ts';
import { newDraftId } from './draft-store.ts';
import { exportText } from './export-text.ts';
import { type OpenDraft, useSessionState } from './use-draft.ts';

const { drafts: text } = writeText;

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    tell({ text: text.copied });
  } catch {
    tell({ text: text.notCopied });
  }
}

/** Where the text is kept, and what can be done with the whole of it. */
export function DraftBar({ draft, pad, tool }: { draft: OpenDraft; pad: PadController; tool: Tool }) {
  const state = useSessionState(draft.session);
  const { canUndo, canRedo } = useSteps(pad.document);
  const [isListed, setListed] = useState(false);
  const [, redraw] = useState(0);
  const drafts = isListed ? draft.store.list() : null;
  const words = () => pad.document.text;
  return (
    <div class="draft-bar">
      <div class="draft-acts">
        <Button kind="quiet" isBusy={!canUndo} onClick={() => pad.undo()}>
          {text.undo}
        </Button>
        <Button kind="quiet" isBusy={!canRedo} onClick={() => pad.redo()}>
          {text.redo}
        </Button>
        <Button kind="quiet" onClick={() => void copy(words())}>
          {text.copy}
        </Button>
        <Button kind="quiet" onClick={() => exportText(words())}>
          {text.export}
        </Button>
        <Button kind="quiet" onClick={() => navigate(writeHref({ draft: newDraftId(), tool }))}>
          {text.new}
        </Button>
        <SaveState state={state} />
      </div>
      <Disclosure summary={text.summary(draft.store.count())} open={isListed} onToggle={setListed}>
        {drafts !== null && (
          <DraftList drafts={drafts} draft={draft} tool={tool} onChange={() => redraw((n) => n + 1)} />
        )}
      </Disclosure>
    </div>
  );
}

const isLost = (save: SessionState['save']): boolean => save === 'full' || save === 'refused';

/** Whether there are steps to take back and to do again. */
function useSteps(document: PadDocument): { canUndo: boolean; canRedo: boolean } {
  const [canUndo, setUndo] = useState(false);
  const [canRedo, setRedo] = useState(false);
  useEffect(() => {
    const see = () => {
      setUndo(document.content.history.done.length > 0);
      setRedo(document.content.history.undone.length > 0);
    };
    see();
    return document.onChange(see);
  }, [document]);
  return { canUndo, canRedo };
}

function SaveState({ state: { save, notice } }: { state: SessionState }) {
  return (
    <>
      {/* Not told aloud: a reader would hear it at every pause of the writer. */}
      {!isLost(save) && <span class="draft-saved">{text.states[save]}</span>}
      {isLost(save) && (
        <p class="notice notice-degraded" role="alert">
          {text.states[save]}
        </p>
      )}
      {notice !== null && (
        <p class="notice" role="status">
          {text.notices[notice]}
        </p>
      )}
    </>
  );
}
