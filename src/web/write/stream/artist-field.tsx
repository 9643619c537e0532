import { useEffect, useId, useState } from 'preact/hooks';
import { getJson } from '../../api/get-json.ts';

const MOST = 100;

let known: readonly string[] | null = null;

/** Names of artists to choose from; any other may be typed. None where the server does not answer: they are a help only. */
function useArtistNames(): readonly string[] {
  const [names, setNames] = useState(known ?? []);
  useEffect(() => {
    if (known !== null) return;
    const controller = new AbortController();
    getJson<{ items: { name: string }[] }>(`/artists?limit=${MOST}`, { signal: controller.signal })
      .then(({ items }) => {
        known = items.map(({ name }) => name);
        setNames(known);
      })
      .catch(() => undefined);
    return () => controller.abort();
  }, []);
  return names;
}

interface ArtistFieldProps {
  label: string;
  hint?: string;
  value: string;
  required?: boolean;
}

/** A field named `artist`, with artists of the catalogue to choose from. */
export function ArtistField({ label, hint, value, required = false }: ArtistFieldProps) {
  const id = useId();
  const names = useArtistNames();
  return (
    <div class="field field-wide">
      <label for={id}>{label}</label>
      <input
        id={id}
        name="artist"
        value={value}
        maxLength={200}
        list={`${id}-names`}
        required={required}
        autocomplete="off"
        {...(hint !== undefined && { placeholder: hint })}
      />
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
