import { useEffect, useRef } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import { setKey, useKey } from '../api/key.ts';
import { Button } from '../parts/button.tsx';
import { fieldName } from '../text/format.ts';
import { keyText } from '../text/key.ts';
import { shellText } from '../text/shell.ts';
import { openDialog } from './open-dialog.ts';

const { failure } = shellText;

interface FailureProps {
  error: ApiError;
  retry?: () => unknown;
}

/**
 * Tells what failed and what to do, with the id to quote when asking about it; only what may pass is tried again, and what
 * a key may help, with another key.
 */
export function Failure({ error, retry }: FailureProps) {
  const key = useKey();
  const hasKey = key !== null;
  const mayKeyHelp = error.status === 401 || error.status === 403;
  const refusedKey = useRef(key);
  useEffect(() => {
    if (refusedKey.current === key) return;
    refusedKey.current = key;
    if (mayKeyHelp) void retry?.();
  }, [key]);
  if (error.status === 401 && hasKey) return <KeyEnded />;
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{error.title}</p>
      <p>{error.detail}</p>
      {error.faults.length > 0 && (
        <ul>
          {error.faults.map((fault) => (
            <li key={fault.path}>
              <b>{fieldName(fault.path)}</b>: {fault.message}
            </li>
          ))}
        </ul>
      )}
      {error.advice !== error.detail && <p>{error.advice}</p>}
      {error.requestId !== null && (
        <p class="failure-id">
          {failure.request} <code>{error.requestId}</code>
        </p>
      )}
      {retry && error.isTransient && <Button onClick={() => retry()}>{failure.retry}</Button>}
      {mayKeyHelp && (
        <Button onClick={() => openDialog('key')}>{hasKey ? keyText.another : keyText.use}</Button>
      )}
    </div>
  );
}

/** The key ended while the page was open: it is told where it was noticed, and either way leads on. */
function KeyEnded() {
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{keyText.expired}</p>
      <p>{keyText.expiredDetail}</p>
      <p>{keyText.expiredAdvice}</p>
      <p class="buttons">
        <Button onClick={() => openDialog('key')}>{keyText.another}</Button>
        <Button onClick={() => setKey(null)}>{keyText.without}</Button>
      </p>
    </div>
  );
}
