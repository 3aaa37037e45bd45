-- Whoever types « l'été » or « soeur » looks for « l’été » and « sœur »: what is compared has one apostrophe, and no ligature.
UPDATE person
SET foldedAliases =
  replace(replace(replace(replace(replace(foldedAliases, '’', ''''), '‘', ''''), 'ʼ', ''''), 'œ', 'oe'), 'æ', 'ae')
WHERE instr(foldedAliases, '’') OR instr(foldedAliases, '‘') OR instr(foldedAliases, 'ʼ')
  OR instr(foldedAliases, 'œ') OR instr(foldedAliases, 'æ');
