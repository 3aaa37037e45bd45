-- Additionne les publications de plusieurs bibliothèques, ligne par ligne, dans DuckDB (duckdb < docs/add-up-releases.sql).
--
-- Rangez les dossiers de publication ainsi : une bibliothèque par dossier, puis la période :
--     publications/drummondville/2025/themeGroup.csv, publications/victoriaville/2025/themeGroup.csv, …
-- et lancez DuckDB depuis le dossier qui contient « publications ». Les catalogues doivent être les mêmes (catalogue.json).
--
-- Chaque bibliothèque réunit ses catégories rares à la fin d’un même ordre public. Deux lignes réunies différentes ne peuvent pas
-- être défaites : la plus longue l’emporte, et les lignes des autres qu’elle contient la rejoignent. Un tableau retenu (x) n’est
-- pas additionné ; « libraries » dit combien de bibliothèques le sont.

WITH line AS (
  SELECT *, string_split(code, '+') AS codes
  FROM read_csv(
    'publications/*/*/*.csv',
    delim = ';', quote = '"', escape = '"', header = true, nullstr = 'x', filename = true,
    columns = {
      'period': 'VARCHAR', 'attribute': 'VARCHAR', 'code': 'VARCHAR', 'label': 'VARCHAR',
      'measure': 'VARCHAR', 'value': 'DECIMAL(12, 2)', 'obs_status': 'VARCHAR', 'conf_status': 'VARCHAR'
    }
  )
  WHERE obs_status = 'A'
),
longest AS (
  SELECT period, attribute, measure, arg_max(codes, len(codes)) AS merged, arg_max(label, len(codes)) AS merged_label
  FROM line
  GROUP BY period, attribute, measure
),
placed AS (
  SELECT
    line.*,
    len(merged) > 1 AND list_contains(merged, codes[1]) AS joins,
    CASE WHEN joins THEN array_to_string(merged, '+') ELSE code END AS common_code,
    CASE WHEN joins THEN merged_label ELSE label END AS common_label
  FROM line
  JOIN longest USING (period, attribute, measure)
)
SELECT
  period,
  attribute,
  measure,
  common_code AS code,
  any_value(common_label) AS label,
  sum(value) AS value,
  count(DISTINCT string_split(filename, '/')[-3]) AS libraries
FROM placed
GROUP BY period, attribute, measure, common_code
ORDER BY period, attribute, measure, value DESC;
