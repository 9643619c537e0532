import type { ApiError } from '../api/api-error.ts';
import { fieldName } from '../text/format.ts';
import { shellText } from '../text/shell.ts';

const { failure } = shellText;

/** Tells what failed and what to do, with the id to quote when asking about it; only what may pass is tried again. */
export function Failure({ error, retry }: { error: ApiError; retry?: () => unknown }) {
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
      <p>{error.advice}</p>
      {error.requestId !== null && (
        <p class="failure-id">
          {failure.request} <code>{error.requestId}</code>
        </p>
      )}
      {retry && error.isTransient && (
        <button type="button" class="button" onClick={() => retry()}>
          {failure.retry}
        </button>
      )}
    </div>
  );
}
