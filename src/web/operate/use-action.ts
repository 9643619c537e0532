import { useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';

export interface Action {
  isBusy: boolean;
  error: ApiError | null;
  run: () => Promise<void>;
}

/** Something that a button does once at a time, with its failure. */
export function useAction(act: () => Promise<void>): Action {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run };
}
