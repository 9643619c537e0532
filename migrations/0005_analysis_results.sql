create table analysis_results (
  id integer generated always as identity primary key,
  -- the first track with this text; null for text that a person pasted
  track_id integer references tracks (id) on delete set null,
  text_hash text not null,
  analyzer_type text not null check (analyzer_type in ('qwen', 'algorithmic', 'hybrid')),
  model_version text not null,
  prompt_version text not null default '',
  temperature real not null default 0,
  status text not null check (status in ('done', 'failed')),
  error text,

  artist text,
  title text,
  sentiment text,
  confidence real check (confidence between 0 and 1),
  themes text[] not null default '{}',
  complexity_score real check (complexity_score between 0 and 10),
  quality_score real check (quality_score between 0 and 1),
  analysis_data jsonb,
  analysis_embedding vector(512),
  embedding_model text,

  tokens_used integer,
  cost_usd numeric(12, 6),
  processing_time_ms integer,
  degraded boolean not null default false,
  degraded_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  unique (text_hash, analyzer_type, model_version, prompt_version, temperature),
  check (status = 'failed' or analysis_data is not null)
);

create index analysis_results_track_idx on analysis_results (track_id, created_at desc);
create index analysis_results_themes_idx on analysis_results using gin (themes);
create index analysis_results_sentiment_idx on analysis_results (sentiment);
create index analysis_results_embedding_idx on analysis_results
  using hnsw (analysis_embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
