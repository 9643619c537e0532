import { seedExamples } from '../../scripts/bench/request/seed-examples.ts';
import { openBarline, startPart, type TestBarline } from './test-barline.ts';
import type { WatchedArtist } from './wire-types.ts';

/** A Worker with the data that the document's examples refer to: two artists of the demo, a batch and a dead letter. */
export async function openExampleBarline(): Promise<TestBarline> {
  const artists = ['Marlow Vane', 'Oda Brightwater'];
  const chat = await startPart({ kind: 'chat', judges: true });
  const barline = await openBarline({ redis: 'auto', artists, vars: chat.vars });
  for (const name of artists) {
    const { status } = await barline.call<WatchedArtist>('/ingest/artists', { name, limit: 3 });
    if (status !== 202) throw new Error(`watching ${name} answered ${status}`);
    await barline.deliver();
  }
  await seedExamples(barline.sql);
  return barline;
}
