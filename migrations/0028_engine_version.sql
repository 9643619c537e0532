-- Every analysis holds counts of the engine, a model's too, so that the engine's version belongs to every key: a new engine
-- makes new rows. Rows that were stored before name none; they answer no request any more and are replaced as a model's are.
alter table analysis_results add column engine_version text not null default '';

alter table analysis_results
  drop constraint analysis_results_key,
  add constraint analysis_results_key
    unique (text_hash, origin, analyzer_type, model_version, prompt_version, engine_version, temperature);
