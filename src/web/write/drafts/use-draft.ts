import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { navigate } from '../../router/history.ts';
import { type Tool, writeHref } from '../write-address.ts';
import { DraftSession, type SessionState } from './draft-session.ts';
import { DraftStore, newDraftId, openStorage } from './draft-store.ts';

export interface OpenDraft {
  store: DraftStore;
  session: DraftSession;
  state: SessionState;
}

/** The draft of the address, else the one that was saved last, else a new one; the address then names it. */
export function useDraft(asked: string | null, tool: Tool): OpenDraft {
  const store = useMemo(() => new DraftStore(openStorage()), []);
  const id = useMemo(() => asked ?? store.list()[0]?.id ?? newDraftId(), [asked]);
  const held = useRef<DraftSession | null>(null);
  if (held.current?.state.id !== id) held.current = new DraftSession(store, id);
  const session = held.current;
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const show = (state: SessionState) => {
      // First, or a draft that went on under another name would be taken for another one.
      navigate(writeHref({ draft: state.id, tool }), { replace: true, isChoice: true });
      redraw((n) => n + 1);
    };
    show(session.state);
    return session.onState(show);
  }, [session, tool]);
  useEffect(() => session.open(), [session]);
  return { store, session, state: session.state };
}
