import type { ServiceContext } from '../../context.ts';
import { type CreditRow, findTrackRelations } from '../../db/queries/relations.ts';
import { AppError } from '../../lib/errors.ts';

const person = ({ name, genius_id, artist_id }: CreditRow) => ({ name, genius_id, artist_id });

/** Album, credits, tags and related songs of a track, as given by its source. Throws NOT_FOUND. */
export async function getTrackRelations(ctx: Pick<ServiceContext, 'sql'>, id: number) {
  const row = await findTrackRelations(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no track ${id}.`);
  const { credits, ...facts } = row;
  const having = (role: CreditRow['role']) => credits.filter((credit) => credit.role === role);
  return {
    track_id: facts.id,
    artist: facts.artist,
    title: facts.title,
    album: facts.album,
    credits: {
      primary: having('primary').map(person),
      featured: having('featured').map(person),
      writers: having('writer').map(person),
      producers: having('producer').map(person),
      others: having('other').map((credit) => ({ role: credit.label, ...person(credit) })),
    },
    tags: facts.tags,
    relations: facts.relations,
  };
}
