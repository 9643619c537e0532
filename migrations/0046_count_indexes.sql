-- outside a transaction
-- What /health counts: without these it reads both tables as a whole, 34,800 pages at 57,718 songs.
drop index concurrently if exists tracks_states_idx;
create index concurrently tracks_states_idx on tracks (lyrics_state, embedding_status, analysis_status);
drop index concurrently if exists analysis_results_counted_idx;
create index concurrently analysis_results_counted_idx on analysis_results (track_id)
  where origin = 'catalogue' and status = 'done';
