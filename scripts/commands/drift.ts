import type { Command } from 'commander';
import { filledTexts, type StackChoice, withStack } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { withOperator } from '../operator-context.ts';

interface Options extends StackChoice {
  accept?: string[];
  json?: boolean;
}

export function addDrift(command: Command): void {
  withStack(command)
    .option(
      '--accept <subject>',
      'what is now is as it should be: the next run of the schedule keeps it as the reference; may be repeated',
      filledTexts(100),
    )
    .option('--json', 'print one JSON object')
    .action(({ data, accept = [], json }: Options) =>
      withOperator({ data }, { mustHoldData: true }, async ({ ctx }) => {
        const { forgetReferences } = await import('../../src/db/queries/drift.ts');
        const { getDrift } = await import('../../src/services/drift/get-drift.ts');
        const { DISTRIBUTIONS } = await import('../../src/services/drift/subjects.ts');
        const known = DISTRIBUTIONS.map(({ subject }) => subject);
        const unknown = accept.find((one) => !known.includes(one));
        if (unknown !== undefined)
          throw new CommandError(`${unknown} is not measured; these are: ${known.join(', ')}.`);
        const forgotten = accept.length === 0 ? 0 : await forgetReferences(ctx.sql, accept);
        const drift = await getDrift(ctx);
        console.log(json ? JSON.stringify({ forgotten, ...drift }) : describe(drift, forgotten));
      }),
    );
}

type Drift = Awaited<ReturnType<typeof import('../../src/services/drift/get-drift.ts').getDrift>>;

const percent = (share: number | null): string =>
  share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`;

function describe({ judge, answers, distributions }: Drift, forgotten: number): string {
  if (judge === null) return 'Nothing was measured yet: the schedule does it every 15 minutes.';
  return [
    ...(forgotten > 0 ? [`${forgotten} references forgotten: the next run keeps new ones`] : []),
    `${judge}: ${answers.songs} songs judged again, ${percent(answers.held)} of the answers hold, ${percent(answers.failed)} failed`,
    ...distributions.map(
      ({ subject, index, state, songs, reference_songs }) =>
        `  ${subject.padEnd(28)} ${state.padEnd(9)} ${index?.toFixed(3) ?? '-'} (${songs} songs against ${reference_songs})`,
    ),
  ].join('\n');
}
