-- The same text as before. Only a text with an apostrophe goes through the expressions about them: names are folded for
-- every comparison, and expressions take most of that time.
create or replace function fold_text(content text) returns text language sql immutable parallel safe as $$
  select case
    when content ~ '[^\x01-\x7f]' then
      regexp_replace(regexp_replace(
        translate(
          replace(replace(replace(
            normalize(regexp_replace(normalize(lower(content), nfkd), '([a-z])[\u0300-\u036f]+', '\1', 'g'), nfc),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
          'øđłıð’‘ʼ`´', 'odlid'''''''''''),
        '(\w\win)''(?!\w)', '\1g', 'g'), '(\w)''(?=\w)', '\1', 'g')
    when strpos(content, '''') > 0 then
      regexp_replace(regexp_replace(lower(content), '(\w\win)''(?!\w)', '\1g', 'g'), '(\w)''(?=\w)', '\1', 'g')
    else lower(content) end
$$;
