# Reads that must be accepted, one statement per line. Lines with # are comments.
# Plain queries
SELECT 1
SELECT 1;
SELECT id, title FROM films
SELECT f.title, d.name FROM lake.media.films f JOIN lake.media.directors AS d ON d.id = f.director_id
SELECT lake.media.films.title FROM lake.media.films
SELECT "Title" AS "The title", length FROM "films" "f"
SELECT DISTINCT genre FROM films WHERE year >= 1990 AND rating <> 3 OR title IS NULL
SELECT title FROM films ORDER BY rating DESC NULLS LAST, 2 ASC NULLS FIRST OFFSET 5 ROWS LIMIT 10
SELECT title FROM films ORDER BY rating OFFSET 5 FETCH FIRST 10 ROWS ONLY
SELECT title FROM films ORDER BY rating FETCH NEXT ROW ONLY
SELECT title FROM films ORDER BY rating FETCH FIRST 3 ROWS WITH TIES
SELECT title FROM films LIMIT ALL
TABLE films
VALUES 1, 2, 3
VALUES (1, 'a'), (2, 'b') ORDER BY 1
(SELECT 1) UNION ALL (SELECT 2) ORDER BY 1
SELECT id FROM films UNION DISTINCT SELECT id FROM directors EXCEPT ALL VALUES 1 INTERSECT SELECT 2
SELECT -rating, +rating, rating % 2 * 3 / 4 - 1, title || '!' FROM films
SELECT 1_000, 0xFF, 0b01, 1.5, .5, 1e3, DECIMAL '1.25', X'65 ff', DOUBLE '2', DOUBLE PRECISION '1'
SELECT DATE '2026-01-01', TIMESTAMP '2026-01-01 10:00:00 UTC', TIME '10:00', INTERVAL '2' DAY, INTERVAL -'1-2' YEAR TO MONTH
SELECT released + INTERVAL '1' MONTH, released AT TIME ZONE 'Europe/Berlin', current_timestamp(3), current_date, localtime FROM films
SELECT current_user, current_catalog, current_schema, true, NULL
# Comparisons
SELECT title FROM films WHERE title LIKE 'a!%' ESCAPE '!' AND title NOT LIKE '%b'
SELECT title FROM films WHERE year BETWEEN 1990 AND 2000 AND year NOT BETWEEN 1995 AND 1996
SELECT title FROM films WHERE rating IS DISTINCT FROM 3 AND genre IS NOT DISTINCT FROM 'x' AND year IS NOT NULL
SELECT title FROM films WHERE id IN (1, 2) AND id NOT IN (SELECT film_id FROM views)
SELECT title FROM films WHERE (id, year) IN ((1, 2), (3, 4)) AND (id, year) = (SELECT 1, 2)
SELECT title FROM films WHERE rating > ALL (SELECT rating FROM films) OR id = ANY (VALUES 1, 2) OR id <> SOME (SELECT 3)
SELECT NOT EXISTS (SELECT 1 FROM views) = true, NOT (1 = 2) FROM films f WHERE EXISTS (SELECT 1 FROM views v WHERE v.film_id = f.id)
SELECT CASE genre WHEN 'x' THEN 1 ELSE 2 END, CASE WHEN year > 2000 THEN 'new' END, if(year > 2000, 1, 0), coalesce(genre, 'none'), nullif(year, 0) FROM films
SELECT try(rating / year), try_cast(title AS bigint), CAST(year AS varchar(10)), CAST(title AS ROW(a bigint, b ROW(c decimal(10, 2), d varchar(3)))) FROM films
SELECT CAST(tags AS ARRAY(varchar(3))), CAST(tags AS map(varchar, array(timestamp(3) with time zone))), CAST(tags AS ARRAY<DOUBLE>), CAST(x AS DOUBLE PRECISION) FROM films
# Rows, arrays, maps, lambdas
SELECT ROW(1, 'a'), ROW(), ROW(title).field0, (ROW(1, 2)).x, CAST(ROW(1, 2) AS ROW(x int, y int)).y FROM films
SELECT ARRAY[1, 2][1], ARRAY[], ARRAY[ARRAY[1], ARRAY[2]], tags[1], scores['a'].b, element_at(scores, 'a') FROM films
SELECT MAP(ARRAY['a'], ARRAY[1]), map(), map_keys(scores), cardinality(tags), tags || ARRAY['x'] FROM films
SELECT transform(tags, t -> upper(t)), filter(tags, x -> x LIKE 'a%'), reduce(tags, 0, (s, x) -> s + length(x), s -> s), any_match(tags, x -> x = title) FROM films
SELECT transform(tags, x -> () -> 1), zip_with(tags, tags, (x, y) -> x || y), map_filter(scores, (k, v) -> v > rating) FROM films
SELECT t.tag, n FROM films CROSS JOIN UNNEST(tags) WITH ORDINALITY AS t (tag, n)
SELECT tag FROM films, UNNEST(tags, scores) t (tag, k, v)
SELECT tag, n FROM films LEFT JOIN UNNEST(tags) WITH ORDINALITY t (tag, n) ON true
SELECT ROW(1, 2).* AS (a, b), f.* FROM films f
# Aggregates, groups, windows
SELECT genre, count(*), count(DISTINCT id), sum(rating) FILTER (WHERE year > 2000), approx_percentile(rating, 0.5) FROM films GROUP BY genre HAVING count(*) > 1
SELECT genre, year, grouping(genre, year), sum(rating) FROM films GROUP BY GROUPING SETS ((genre, year), (genre), ())
SELECT genre, year, sum(rating) FROM films GROUP BY DISTINCT CUBE (genre), ROLLUP (year, id), id
SELECT sum(rating) FROM films GROUP BY ()
SELECT array_agg(title ORDER BY year DESC NULLS FIRST), listagg(title, ', ') WITHIN GROUP (ORDER BY title), max_by(title, rating) FROM films
SELECT listagg(title, ',' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY title) FILTER (WHERE year > 2000) FROM films
SELECT listagg(DISTINCT title ON OVERFLOW ERROR) WITHIN GROUP (ORDER BY title) FROM films GROUP BY genre
SELECT listagg(title, ',' ON OVERFLOW TRUNCATE WITHOUT COUNT) WITHIN GROUP (ORDER BY title), histogram(genre), map_agg(id, title), merge(approx_set(id)) FROM films
SELECT title, rank() OVER (PARTITION BY genre ORDER BY rating DESC), sum(rating) OVER (ORDER BY year ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM films
SELECT avg(rating) OVER (ORDER BY year RANGE BETWEEN INTERVAL '1' YEAR PRECEDING AND UNBOUNDED FOLLOWING), avg(rating) OVER (ORDER BY year GROUPS 2 PRECEDING) FROM films
SELECT lag(rating, 1) IGNORE NULLS OVER (w ORDER BY year), first_value(rating) RESPECT NULLS OVER w, ntile(4) OVER () FROM films WINDOW w AS (PARTITION BY genre), v AS (w ORDER BY id)
# Joins, subqueries, WITH
SELECT * FROM films NATURAL JOIN views
SELECT * FROM films f LEFT OUTER JOIN views v USING (id) FULL JOIN directors d ON d.id = f.director_id RIGHT JOIN genres ON true
SELECT * FROM (films CROSS JOIN views) JOIN (SELECT 1 AS one) ON true
SELECT * FROM films f CROSS JOIN LATERAL (SELECT count(*) AS n FROM views v WHERE v.film_id = f.id) AS c
SELECT x.a FROM (VALUES (1, 2), (3, 4)) AS x (a, b)
SELECT * FROM films TABLESAMPLE BERNOULLI (10) JOIN views v TABLESAMPLE SYSTEM (5) ON true
WITH good AS (SELECT * FROM films WHERE rating > 8), bad (a, b) AS (SELECT 1, 2) SELECT count(*) FROM good, bad
WITH RECURSIVE n (i) AS (VALUES 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n
WITH a AS (WITH b AS (TABLE films) SELECT * FROM b) SELECT * FROM a
WITH function AS (SELECT 1), session (x) AS (SELECT 2) SELECT * FROM function, session
SELECT n FROM TABLE(sequence(start => 1, stop => 10, step => 2)) AS t (n)
SELECT * FROM films FOR VERSION AS OF 123 AS f JOIN views FOR TIMESTAMP AS OF TIMESTAMP '2026-01-01 00:00:00' v ON true
SELECT * FROM films FOR TIMESTAMP AS OF current_timestamp - INTERVAL '1' DAY WHERE year > 2000
SELECT f.title FROM films FOR TIMESTAMP AS OF date_add('day', -1, now()) f
# Words with a syntax of their own
SELECT extract(YEAR FROM released), substring(title FROM 1 FOR 3), substring(title, 2), position('a' IN title), trim(BOTH 'x' FROM title), trim(title), trim(LEADING FROM title), normalize(title, NFKC) FROM films
SELECT json_value(data, 'lax $.a' RETURNING decimal(10, 2) DEFAULT 0 ON EMPTY NULL ON ERROR), json_query(data, '$.b' WITH CONDITIONAL ARRAY WRAPPER), json_exists(data, '$.c' UNKNOWN ON ERROR) FROM films
SELECT json_query(data FORMAT JSON, 'lax $.x' PASSING year AS "y", rating AS z RETURNING varchar FORMAT JSON ENCODING UTF8 OMIT QUOTES ON SCALAR STRING EMPTY ARRAY ON EMPTY ERROR ON ERROR) FROM films
SELECT json_object('a' : 1, 'b' : title NULL ON NULL), json_object(KEY 'k' VALUE year ABSENT ON NULL WITH UNIQUE KEYS RETURNING varchar(100)), json_object(), json_array(1, title, NULL ABSENT ON NULL) FROM films
SELECT key, value, json_value(value, '$') FROM settings WHERE json_exists(key, '$.a' PASSING value AS key)
SELECT j.a, j.n FROM films, JSON_TABLE(data, 'lax $.list[*]' PASSING year AS y COLUMNS (n FOR ORDINALITY, a varchar(10) PATH 'lax $.a' DEFAULT title ON EMPTY NULL ON ERROR, b double precision, NESTED PATH '$.c' COLUMNS (d bigint PATH '$.d'))) AS j
SELECT json_extract_scalar(data, '$.a'), json_parse('[1]'), JSON '{"a": 1}', CAST(data AS JSON) FROM films
SELECT date_trunc('month', released), date_diff('day', released, now()), format_datetime(released, 'yyyy'), from_unixtime(0), date(released), year(released) FROM films
SELECT regexp_replace(title, '(a)', x -> upper(x[1])), regexp_like(title, '\d+'), split_part(title, ' ', 1), lower(to_hex(md5(to_utf8(title)))) FROM films
SELECT st_distance(st_point(1, 2), st_geometryfromtext('POINT (0 0)')), great_circle_distance(1, 2, 3, 4), uuid(), rand(), version()
SELECT system.builtin.upper(title), "upper"(title), "sum" ("rating") FROM films GROUP BY 1, 2
# Key words as names
SELECT first, last, next, row, rows, "end", at, filter, offset, limit, any, value, key FROM words
SELECT date, time, timestamp, interval, day, zone, map, array, position, if FROM words
SELECT x.all, sum(over) OVER (ORDER BY over) over, update, set, show FROM words x
SELECT max(partition) AS partition, min(range) range FROM words ORDER BY desc DESC
# The schema
SELECT table_name FROM information_schema.tables WHERE table_schema = 'media'
SELECT column_name FROM lake.information_schema.columns
SELECT catalog_name FROM system.metadata.catalogs
SELECT "$path", title FROM films
# EXPLAIN
EXPLAIN SELECT * FROM films
EXPLAIN (TYPE LOGICAL, FORMAT JSON) SELECT * FROM films
EXPLAIN (SELECT 1)
# Words in literals, names and comments are not statements
SELECT 'DROP TABLE films; --' AS "DELETE FROM films", "insert" FROM words
SELECT title -- DELETE FROM films⏎FROM films
SELECT /* DROP TABLE films; */ title /**/ FROM films /* /* */
SELECT title␍⏎FROM films WHERE title = 'it''s \' AND genre = 'é — “x”'
