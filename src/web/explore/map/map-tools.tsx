import { Button } from '../../parts/button.tsx';
import { mapText } from '../../text/explore-map.ts';
import { WHOLE_MAP } from './camera.ts';
import { KEY_ZOOM, zoomStage } from './follow-keys.ts';
import type { Stage } from './stage.ts';

interface MapToolsProps {
  stage: Stage;
  isCircling: boolean;
  onCircle: () => void;
  onView: () => void;
}

export function MapTools({ stage, isCircling, onCircle, onView }: MapToolsProps) {
  return (
    <fieldset class="map-tools" aria-label={mapText.tools}>
      <Button kind="quiet" onClick={() => zoomStage(stage, KEY_ZOOM)}>
        {mapText.nearer}
      </Button>
      <Button kind="quiet" onClick={() => zoomStage(stage, 1 / KEY_ZOOM)}>
        {mapText.farther}
      </Button>
      <Button kind="quiet" onClick={() => stage.look(WHOLE_MAP)}>
        {mapText.whole}
      </Button>
      <Button kind="quiet" aria-pressed={isCircling} onClick={onCircle}>
        {isCircling ? mapText.circling : mapText.circle}
      </Button>
      <Button kind="quiet" onClick={onView}>
        {mapText.inView}
      </Button>
      {stage.painter === '2d' && <p class="hint">{mapText.flat}</p>}
    </fieldset>
  );
}
