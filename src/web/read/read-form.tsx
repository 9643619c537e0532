import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { readText } from '../text/read.ts';
import { MAX_TEXT } from './pack-text.ts';
import { MAX_TITLE } from './read-state.ts';

interface ReadFormProps {
  text: string;
  title: string;
  onRead: (text: string, title: string) => void;
}

/** Room that is nearly used up is told. */
const NEARLY = 1000;

function hintOf(length: number): string | undefined {
  if (length > MAX_TEXT) return readText.tooLong(length - MAX_TEXT);
  return length > MAX_TEXT - NEARLY ? readText.room(MAX_TEXT - length) : undefined;
}

/** Where a text is pasted; one that is pasted into an empty field is read at once. */
export function ReadForm({ text, title, onRead }: ReadFormProps) {
  const [draft, setDraft] = useState(text);
  const [name, setName] = useState(title);
  const isReadable = draft.trim() !== '' && draft.length <= MAX_TEXT;
  const submit = (event: Event) => {
    event.preventDefault();
    if (isReadable) onRead(draft, name);
  };
  const hint = hintOf(draft.length);
  return (
    <form class="read-form" onSubmit={submit}>
      <TextArea
        label={readText.label}
        value={draft}
        rows={10}
        placeholder={readText.placeholder}
        spellcheck={false}
        {...(hint !== undefined && { hint })}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (draft !== '' || pasted.trim() === '' || pasted.length > MAX_TEXT) return;
          event.preventDefault();
          onRead(pasted, name);
        }}
      />
      <label class="read-name">
        {readText.name}
        <input value={name} maxLength={MAX_TITLE} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <div class="read-actions">
        <Button kind="primary" type="submit" isBusy={!isReadable}>
          {readText.read}
        </Button>
        <Button kind="quiet" onClick={() => onRead(readText.exampleText, readText.exampleTitle)}>
          {readText.example}
        </Button>
        <a href="/">{readText.pick}</a>
      </div>
    </form>
  );
}
