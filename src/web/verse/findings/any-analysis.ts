import type { Analysis } from '../../api/types.ts';

/** What the engine of the page tells, and what the server's analysers do; only those say who they are. */
export type AnyAnalysis = Omit<Analysis, 'provenance'> & { provenance?: Analysis['provenance'] };
