import type { ComponentChildren } from 'preact';
import { Waiting } from '../parts/waiting.tsx';
import { Failure } from '../shell/failure.tsx';
import { operateText } from '../text/operate.ts';
import type { Fresh } from './use-fresh.ts';

interface PartStateProps<T> {
  fresh: Fresh<T>;
  /** False where the failure stands elsewhere already. */
  isFailureShown?: boolean;
  children: (data: T) => ComponentChildren;
}

/** What was loaded, with the failure of the last look above it; before the first answer, what is awaited. */
export function PartState<T>({
  fresh: { data, error, reload },
  isFailureShown = true,
  children,
}: PartStateProps<T>) {
  return (
    <>
      {error !== null && isFailureShown && <Failure error={error} retry={reload} />}
      {data === null && error === null && <Waiting text={operateText.loading} />}
      {data !== null && children(data)}
    </>
  );
}
