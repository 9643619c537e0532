import type { Ref } from 'preact';
import { mapText } from '../../text/explore-map.ts';
import type { MapLabel } from './use-labels.ts';

interface MapCanvasProps {
  songs: number;
  labels: readonly MapLabel[];
  isCircling: boolean;
  parts: {
    canvas: Ref<HTMLCanvasElement>;
    labels: Ref<HTMLDivElement>;
    ring: Ref<HTMLDivElement>;
    outline: Ref<SVGPolygonElement>;
  };
  onKey: (event: KeyboardEvent) => void;
}

/** The points and what lies above them: names, the ring around one song, the outline that is drawn. */
export function MapCanvas({ songs, labels, isCircling, parts, onKey }: MapCanvasProps) {
  return (
    <div class={isCircling ? 'map-canvas map-circling' : 'map-canvas'}>
      <div
        class="map-keys"
        role="application"
        aria-label={mapText.canvas(songs)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys, which no element of HTML is for
        tabIndex={0}
        onKeyDown={onKey}
      >
        <canvas ref={parts.canvas} />
      </div>
      <svg class="map-outline" aria-hidden="true">
        <polygon ref={parts.outline} points="" />
      </svg>
      <div class="map-cross" aria-hidden="true" />
      <div ref={parts.ring} class="map-ring" aria-hidden="true" />
      <div ref={parts.labels} class="map-labels" aria-hidden="true">
        {labels.map(({ key, text, isSong }) => (
          <span key={key} data-key={key} class={isSong ? 'map-label map-label-song' : 'map-label'}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
