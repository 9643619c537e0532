import { startIngestWorld } from './ingest-world.ts';

const POLL_MS = 250;
const PER_PAGE = 50;

export interface IngestBench {
  songs: number;
  stored: number;
  requests: number;
  requests_per_song: number;
  requests_per_second_allowed: number;
  busiest_second: number;
  longest_pause_ms: number;
  seconds: number;
  songs_per_second: number;
  ideal_songs_per_second: number;
  share_of_ideal: number;
  second_scrape_requests: number;
}

const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Robots, search, the pages of the list, and two requests a song; API and pages are one host here. */
function leastRequests(songs: number): number {
  return 2 + Math.ceil(songs / PER_PAGE) + 2 * songs;
}

/**
 * Scrapes a randomly generated artist twice through the built Worker, from cron to database, and compares the first
 * time with the allowed rate. The second listing within the hour must send no request.
 */
export async function benchIngest(options: {
  songs: number;
  requestsPerSecond: number;
  onProgress: (done: number) => void;
}): Promise<IngestBench> {
  const { songs, requestsPerSecond } = options;
  const world = await startIngestWorld({ requestsPerSecond });
  try {
    const { control } = world.sites.genius;
    control.addArtist({ name: 'Bench Artist', songs });
    const finish = async (id: number) => {
      for (;;) {
        const run = await world.run(id);
        options.onProgress(run.counts.added);
        if (run.status !== 'listing' && run.status !== 'running') return run;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    };
    const run = await finish(await world.scrape('Bench Artist'));
    if (run.finished_at === null) throw new Error(`the run is ${run.status}: ${run.reason}`);
    const seconds = (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
    const log = control.requests();
    control.clearRequests();
    await finish(await world.scrape('Bench Artist'));
    const ideal = songs / (leastRequests(songs) / requestsPerSecond);
    return {
      songs,
      stored: run.counts.added,
      requests: log.total,
      requests_per_song: round(log.total / run.counts.added),
      requests_per_second_allowed: requestsPerSecond,
      busiest_second: log.busiestSecond,
      longest_pause_ms: log.longestPauseMs,
      seconds: round(seconds, 1),
      songs_per_second: round(run.counts.added / seconds),
      ideal_songs_per_second: round(ideal),
      share_of_ideal: round(run.counts.added / seconds / ideal),
      second_scrape_requests: control.requests().total,
    };
  } finally {
    await world.close();
  }
}
