import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { batchText } from '../text/batch.ts';
import { type ChosenFile, openFiles, understandText } from './open-file.ts';

const texts = batchText.give;

interface ChooseFileProps {
  pasted: string;
  onPaste: (text: string) => void;
  onFile: (file: ChosenFile) => void;
}

/** Takes a file by drop or choice, or a text that is pasted, and reads it here; nothing is sent. */
export function ChooseFile({ pasted, onPaste, onFile }: ChooseFileProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const take = (found: ChosenFile | string) => {
    setFault(typeof found === 'string' ? found : null);
    if (typeof found !== 'string') onFile(found);
  };
  const takeFiles = async (files: readonly File[]) => take(await openFiles(files));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    const files = Array.from(event.dataTransfer?.files ?? []);
    if (files.length === 0 && text !== '') take(understandText(texts.pastedName, text));
    else void takeFiles(files);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the field in it does the same */}
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
                const files = Array.from(event.currentTarget.files ?? []);
                event.currentTarget.value = '';
                if (files.length > 0) void takeFiles(files);
              }}
            />
          </label>
        </p>
        <Button kind="quiet" onClick={() => take(understandText(texts.exampleName, texts.exampleFile))}>
          {texts.example}
        </Button>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      <TextArea
        label={texts.paste}
        value={pasted}
        rows={4}
        onInput={(event) => onPaste(event.currentTarget.value)}
      />
      <Button isBusy={pasted.trim() === ''} onClick={() => take(understandText(texts.pastedName, pasted))}>
        {texts.read}
      </Button>
    </>
  );
}
