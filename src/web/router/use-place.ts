import { useEffect, useState } from 'preact/hooks';
import { currentPlace, onPlace, type Place } from './history.ts';

/** The place the reader is at; the component is drawn again when it changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(currentPlace);
  useEffect(() => {
    setPlace(currentPlace());
    return onPlace(setPlace);
  }, []);
  return place;
}
