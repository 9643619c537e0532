/** Up to so many songs, what the schedule has not computed yet, or from other songs, is computed on request. */
export const LIVE_SONGS = 5000;
