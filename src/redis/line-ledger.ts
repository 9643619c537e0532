import { type LineLedger, RECORD_CHARACTERS, recordsOf } from '../lib/line-ledger.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

/** A day's ledger is kept one hour longer, for differing clocks and long requests. */
const TTL_SECONDS = 25 * 3600;

// A ledger is one string with a record of fixed length per line: 4 KB for 500 lines, a tenth of the size of a set.
const TAKE = `
local width = ${RECORD_CHARACTERS}
local known = redis.call('GET', KEYS[1]) or ''
local seen, songs, total = {}, {}, 0
local function note(record)
  seen[record] = true
  local song = string.sub(record, 1, 4)
  songs[song] = (songs[song] or 0) + 1
  total = total + 1
end
for at = 1, #known, width do note(string.sub(known, at, at + width - 1)) end
local perSong, most = tonumber(ARGV[2]), tonumber(ARGV[3])
local added, answer = '', ''
for i = 4, #ARGV do
  local fresh, marked = {}, {}
  for at = 1, #ARGV[i], width do
    local record = string.sub(ARGV[i], at, at + width - 1)
    if not seen[record] and not marked[record] then
      marked[record] = true
      fresh[#fresh + 1] = record
    end
  end
  local ofSong = songs[string.sub(ARGV[i], 1, 4)] or 0
  if #fresh > 0 and (ofSong + #fresh > perSong or total + #fresh > most) then
    answer = answer .. '0'
  else
    for _, record in ipairs(fresh) do
      note(record)
      added = added .. record
    end
    answer = answer .. '1'
  end
end
if added ~= '' then
  redis.call('APPEND', KEYS[1], added)
  redis.call('EXPIRE', KEYS[1], tonumber(ARGV[1]))
end
return answer
`;

/**
 * The ledger that all isolates share: one EVAL per request, sent in the same pipeline as other concurrent Redis calls.
 * Failures are thrown.
 */
export function createRedisLineLedger(redis: RedisClient): LineLedger {
  return {
    take: async ({ caller, day, limits, pieces }) => {
      const marks = await redis.eval<(string | number)[], string>(
        TAKE,
        [keys.lines(day, caller)],
        [TTL_SECONDS, limits.perSong, limits.total, ...pieces.map(recordsOf)],
      );
      return pieces.map((_, i) => marks[i] === '1');
    },
  };
}
