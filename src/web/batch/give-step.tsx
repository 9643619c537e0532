import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Disclosure } from '../parts/disclosure.tsx';
import { batchText } from '../text/batch.ts';
import { ChooseFile } from './choose-file.tsx';
import { type ChosenFile, understand } from './open-file.ts';
import { PARTINGS } from './part-text.ts';
import type { Fault, Items } from './to-items.ts';

const texts = batchText.give;
const SHOWN = 3;
const ROWS_NAMED = 12;

interface GiveStepProps {
  file: ChosenFile | null;
  found: Items | null;
  onFile: (file: ChosenFile | null) => void;
}

/** The first step: what was given, what of it will be sent, and what is wrong with the rest. */
export function GiveStep({ file, found, onFile }: GiveStepProps) {
  const [pasted, setPasted] = useState('');
  return (
    <section aria-labelledby="give">
      <h2 id="give">{texts.title}</h2>
      {file === null || found === null ? (
        <ChooseFile pasted={pasted} onPaste={setPasted} onFile={onFile} />
      ) : (
        <>
          <p>
            {texts.summary(
              file.name,
              texts.formats[file.read.format],
              file.read.rows.length + file.read.unreadable.length,
              texts.encodings[file.decoded.encoding],
            )}{' '}
            <Button kind="quiet" onClick={() => onFile(null)}>
              {texts.another}
            </Button>
          </p>
          {file.decoded.damaged > 0 && (
            <p class="notice notice-degraded">{texts.damaged(file.decoded.damaged)}</p>
          )}
          {file.read.isUnnamed && <p class="notice">{texts.unnamed}</p>}
          <ColumnChoice file={file} onFile={onFile} />
          <PartingChoice file={file} onFile={onFile} />
          <p role="status">{found.items.length === 0 ? texts.none : texts.ready(found.items.length)}</p>
          {found.repeated > 0 && <p class="notice">{texts.repeated(found.repeated)}</p>}
          <Faults faults={found.faults} />
          <FirstTexts items={found.items} />
        </>
      )}
    </section>
  );
}

function ColumnChoice({ file, onFile }: { file: ChosenFile; onFile: GiveStepProps['onFile'] }) {
  const { columns } = file.read;
  if (columns.length < 2) return null;
  return (
    <div class="field batch-column">
      <label for="column">{texts.column}</label>
      <select
        id="column"
        value={file.column}
        onChange={(event) => onFile({ ...file, column: event.currentTarget.value })}
      >
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </div>
  );
}

function PartingChoice({ file, onFile }: { file: ChosenFile; onFile: GiveStepProps['onFile'] }) {
  const { parting } = file.read;
  if (parting === null) return null;
  const choose = (value: string) => {
    const chosen = PARTINGS.find((one) => one === value) ?? parting;
    const found = understand(file.name, file.decoded, chosen);
    if (typeof found !== 'string') onFile(found);
  };
  return (
    <div class="field batch-column">
      <label for="parting">{texts.parting}</label>
      <select id="parting" value={parting} onChange={(event) => choose(event.currentTarget.value)}>
        {PARTINGS.map((one) => (
          <option key={one} value={one}>
            {texts.partings[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Faults({ faults }: { faults: Items['faults'] }) {
  if (faults.length === 0) return null;
  const byFault = Map.groupBy(faults, ({ fault }): Fault => fault);
  return (
    <div class="notice notice-degraded">
      <p>{texts.wrong(faults.length)}:</p>
      <ul>
        {Array.from(byFault, ([fault, rows]) => (
          <li key={fault}>
            {texts.row(
              rows.slice(0, ROWS_NAMED).map(({ row }) => row),
              Math.max(0, rows.length - ROWS_NAMED),
            )}{' '}
            {texts.faults[fault]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FirstTexts({ items }: { items: Items['items'] }) {
  if (items.length === 0) return null;
  return (
    <Disclosure summary={texts.first}>
      <ol class="batch-first">
        {items.slice(0, SHOWN).map(({ id, lyrics }) => (
          <li key={id}>
            <p class="label">{id}</p>
            <blockquote>{lyrics}</blockquote>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
