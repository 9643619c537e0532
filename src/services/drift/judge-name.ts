import type { JudgeKey } from '../../db/queries/drift.ts';

/** One text for all that makes an answer; answers of different judges are not compared. */
export const judgeName = ({ analyzerType, modelVersion, promptVersion, engineVersion }: JudgeKey): string =>
  [analyzerType, modelVersion, promptVersion, engineVersion].filter(Boolean).join(' ');
