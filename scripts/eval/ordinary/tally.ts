/** One labelled item with the judgements of the engine and of the plain baseline. */
export interface Judged {
  readonly kind: string;
  readonly text: string;
  readonly expected: string;
  readonly got: string;
  readonly isRight: boolean;
  readonly isBaselineRight: boolean;
}

export interface Share {
  right: number;
  of: number;
  /** 0-1 */
  share: number;
  /** Share that the plain baseline has right, 0-1. */
  baseline: number;
}

export interface Tally {
  overall: Share;
  kinds: Record<string, Share>;
  wrong: Pick<Judged, 'kind' | 'text' | 'expected' | 'got'>[];
}

const round = (value: number): number => Number(value.toFixed(3));

export function shareOf(judged: readonly Judged[]): Share {
  const right = judged.filter(({ isRight }) => isRight).length;
  const baseline = judged.filter(({ isBaselineRight }) => isBaselineRight).length;
  const of = judged.length;
  return { right, of, share: round(right / of), baseline: round(baseline / of) };
}

/** Shares overall and by kind, in the order of the set, and the items that the engine has wrong. */
export function tally(judged: readonly Judged[]): Tally {
  const kinds = Map.groupBy(judged, ({ kind }) => kind);
  return {
    overall: shareOf(judged),
    kinds: Object.fromEntries([...kinds].map(([kind, items]) => [kind, shareOf(items)])),
    wrong: judged
      .filter(({ isRight }) => !isRight)
      .map(({ kind, text, expected, got }) => ({ kind, text, expected, got })),
  };
}
