import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { navigate } from '../../router/history.ts';
import { type Tool, writeHref } from '../write-address.ts';
import { DraftSession, type SessionState } from './draft-session.ts';
import { DraftStore, newDraftId, openStorage } from './draft-store.ts';

export interface OpenDraft {
  store: DraftStore;
  session: DraftSession;
}

/** The draft of the address, else the one that was saved last, else a new one; the address then names it. */
export function useDraft(asked: string | null, tool: Tool): OpenDraft {
  const store = useMemo(() => new DraftStore(openStorage()), []);
  const id = useMemo(() => asked ?? store.list()[0]?.id ?? newDraftId(), [asked]);
  const held = useRef<DraftSession | null>(null);
  if (held.current?.state.id !== id) held.current = new DraftSession(store, id);
  const session = held.current;
  useLayoutEffect(() => {
    // At once, or a draft that went on under another name would be taken for another one.
    const name = () =>
      navigate(writeHref({ draft: session.state.id, tool }), { replace: true, isChoice: true });
    name();
    return session.onState(name);
  }, [session, tool]);
  useEffect(() => session.open(), [session]);
  return { store, session };
}

/** How the draft is kept; the component is drawn again when that changes. */
export function useSessionState(session: DraftSession): SessionState {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onState(setState);
  }, [session]);
  return state;
}
