-- Which analysers there are is the registry's to say.
alter table analysis_results drop constraint analysis_results_analyzer_type_check;
alter table analysis_results add constraint analysis_results_analyzer_type_check check (analyzer_type <> '');
