/** Characters of a commit in a version's tag. */
const TAG_LENGTH = 12;
const BRIDGE = '-bridge';

export const finalTag = (commit: string): string => commit.slice(0, TAG_LENGTH);
/** A version with the new script and files, and the pages of the version before. */
export const bridgeTag = (commit: string): string => `${finalTag(commit)}${BRIDGE}`;
export const isBridgeTag = (tag: string | null): boolean => tag?.endsWith(BRIDGE) ?? false;
export const commitOfTag = (tag: string): string =>
  tag.endsWith(BRIDGE) ? tag.slice(0, -BRIDGE.length) : tag;

/**
 * A version counts its requests under the first character of its id, so that series do not grow with every release. Two
 * versions that share the traffic must be told apart.
 */
export const laneOf = (versionId: string): string => versionId.slice(0, 1).toLowerCase();

const ROLLED_BACK = 'rolled back ';

/** Said of a deployment: by which run, and what it is for. */
export const deploymentMessage = (runId: string, what: string): string => `[${runId}] ${what}`;
export const isOfRun = (message: string, runId: string): boolean => message.startsWith(`[${runId}] `);
export const runOf = (message: string): string | null =>
  message.startsWith('[') ? message.slice(1, Math.max(1, message.indexOf(']'))) : null;

export const rollbackNote = (versionId: string, why: string): string => `${ROLLED_BACK}${versionId}: ${why}`;
export const isRollbackOf = (message: string, versionId: string): boolean =>
  message.includes(`${ROLLED_BACK}${versionId}`);
