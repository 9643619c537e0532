import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { batchText } from '../text/batch.ts';
import { type ReadFile, readRows } from './read-rows.ts';
import { textColumn } from './to-items.ts';

export interface ChosenFile {
  name: string;
  read: ReadFile;
  /** The column of the texts. */
  column: string;
}

const texts = batchText.give;
const MEGABYTE = 1_000_000;
/** More than the largest batch with everything around its texts. */
const MAX_BYTES = 20 * MEGABYTE;

function understand(content: string, name: string): ChosenFile | string {
  // What is no text has characters that no text has.
  if (content.slice(0, 4000).includes('\0')) return texts.notText;
  const read = readRows(content, name);
  const column = textColumn(read);
  return column === null || read.rows.length === 0 ? texts.nothing : { name, read, column };
}

async function open(file: File): Promise<ChosenFile | string> {
  if (file.size > MAX_BYTES) return texts.tooLarge(file.size / MEGABYTE);
  return understand(await file.text(), file.name);
}

/** Takes a file by drop or choice and reads it here; nothing is sent. */
export function ChooseFile({ onFile }: { onFile: (file: ChosenFile) => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const take = (found: ChosenFile | string) => {
    setFault(typeof found === 'string' ? found : null);
    if (typeof found !== 'string') onFile(found);
  };
  const takeFile = async (file: File | undefined) => {
    if (file !== undefined) take(await open(file));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void takeFile(event.dataTransfer?.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the field in it does the same
    <div
      class={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>
        <label class="drop-label">
          {texts.drop} <span class="drop-choose">{texts.choose}</span>
          <input
            type="file"
            class="drop-field"
            accept=".csv,.tsv,.json,.ndjson,.jsonl,.txt,text/*,application/json"
            onChange={(event) => {
              void takeFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <Button kind="quiet" onClick={() => take(understand(texts.exampleFile, texts.exampleName))}>
        {texts.example}
      </Button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </div>
  );
}
