import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { mapText } from '../../text/explore-map.ts';
import { useArtistNames } from '../use-artist-names.ts';
import { MOST_PICKED } from './map-state.ts';

/** Adds an artist by name; names that the catalogue has are offered while one is typed. */
export function ArtistEntry({ picked, add }: { picked: readonly string[]; add: (name: string) => void }) {
  const [name, setName] = useState('');
  const offered = useArtistNames(name);
  const isFull = picked.length >= MOST_PICKED;
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = name.trim();
        if (wanted === '' || isFull || picked.includes(wanted)) return;
        add(offered.find((one) => one.name.toLowerCase() === wanted.toLowerCase())?.name ?? wanted);
        setName('');
      }}
    >
      <div class="field">
        <label for="map-artist">{mapText.addArtist}</label>
        <input
          id="map-artist"
          list="map-artists"
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id="map-artists">
          {offered.map((one) => (
            <option key={one.id} value={one.name} />
          ))}
        </datalist>
      </div>
      <Button type="submit" isBusy={isFull}>
        {mapText.add}
      </Button>
    </form>
  );
}
