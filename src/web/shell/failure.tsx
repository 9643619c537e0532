import type { ApiError } from '../api/api-error.ts';

/** Tells a failure in the API's own words, with the id to quote when asking about it. */
export function Failure({ error, retry }: { error: ApiError; retry?: () => unknown }) {
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{error.title}</p>
      <p>{error.detail}</p>
      {error.faults.length > 0 && (
        <ul>
          {error.faults.map((fault) => (
            <li key={fault.path}>
              <code>{fault.path}</code> {fault.message}
            </li>
          ))}
        </ul>
      )}
      {error.requestId !== null && (
        <p class="failure-id">
          Request <code>{error.requestId}</code>
        </p>
      )}
      {retry && (
        <button type="button" class="button" onClick={() => retry()}>
          Try again
        </button>
      )}
    </div>
  );
}
