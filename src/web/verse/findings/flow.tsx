import type { Analysis } from '../../api/types.ts';
import { Sparkline } from '../../parts/sparkline.tsx';
import { verseText } from '../../text/verse.ts';
import { Panel } from './panel.tsx';

const WIDTH = 320;
const HEIGHT = 40;

/** How the lines are filled: syllables, stresses, breath. */
export function Flow({ flow }: { flow: Analysis['flow'] }) {
  const { syllables_per_line: syllables, stresses_per_line: stresses, breath } = flow;
  if (syllables === null) return null;
  const text = verseText.flow;
  const values = flow.lines.map((line) => line.syllables);
  return (
    <Panel title={text.title}>
      <p>
        {text.syllables(syllables.mean, syllables.min, syllables.max)}
        {stresses !== null && `, ${text.stresses(stresses.mean)}`}
        {breath !== null && `; ${text.breath(breath.mean)}`}.
      </p>
      {values.length > 2 && (
        <Sparkline label={text.spark(values.length)} values={values} width={WIDTH} height={HEIGHT} />
      )}
    </Panel>
  );
}
