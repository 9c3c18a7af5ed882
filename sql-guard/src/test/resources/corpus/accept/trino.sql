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
SELECT date_trunc('month', order_date) AS m, sum(total) AS rev, count(DISTINCT customer_id) AS buyers FROM hive.sales.orders WHERE order_date >= DATE '2024-01-01' GROUP BY 1 ORDER BY 1
SELECT approx_percentile(latency, 0.95) AS p95, approx_distinct(user_id) AS u FROM logs WHERE dt = '2024-02-01'
SELECT approx_percentile(latency, ARRAY[0.5, 0.9, 0.99]) FROM logs
SELECT u.id, t.tag FROM users u CROSS JOIN UNNEST(u.tags) AS t(tag)
SELECT u.id, t.tag, t.pos FROM users u CROSS JOIN UNNEST(u.tags) WITH ORDINALITY AS t(tag, pos)
SELECT id, k, v FROM t LEFT JOIN UNNEST(attrs) AS a(k, v) ON true
SELECT json_extract_scalar(payload, '$.user.id') AS uid, json_extract(payload, '$.items') FROM raw
SELECT CAST(json_parse(payload) AS map(varchar, json)) AS m FROM raw
SELECT CAST(json_extract(payload, '$.xs') AS array(double)) AS xs FROM raw
SELECT CAST(ROW(1, 'a') AS ROW(id bigint, name varchar)) AS r
SELECT r.id, r.name FROM (SELECT CAST(ROW(1, 'a') AS ROW(id bigint, name varchar)) AS r)
SELECT transform(xs, x -> x * 2) AS d, filter(xs, x -> x > 3) AS f, reduce(xs, 0, (s, x) -> s + x, s -> s) AS total FROM t
SELECT any_match(tags, t -> t = 'vip'), none_match(tags, t -> t IS NULL), cardinality(tags) FROM u
SELECT map_keys(m), map_values(m), element_at(m, 'k'), m['k'], map_filter(m, (k, v) -> v > 1) FROM t
SELECT array_agg(name ORDER BY name) AS names, array_join(array_agg(DISTINCT name), ', ') AS s FROM t GROUP BY dept
SELECT listagg(name, ', ') WITHIN GROUP (ORDER BY name) FROM t GROUP BY dept
SELECT max_by(name, salary), min_by(name, salary, 3) FROM e GROUP BY dept
SELECT count_if(status = 'ok') * 100.0 / count(*) AS ok_pct FROM j
SELECT count(*) FILTER (WHERE x > 3) AS big FROM t
SELECT sum(v) OVER (PARTITION BY k ORDER BY ts ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS ma FROM t
SELECT lag(v, 1, 0) OVER (PARTITION BY k ORDER BY ts) AS prev, v - lag(v) OVER w AS d FROM t WINDOW w AS (PARTITION BY k ORDER BY ts)
SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY ts DESC) AS rn FROM t) WHERE rn = 1
SELECT first_value(x) IGNORE NULLS OVER (ORDER BY ts) FROM t
SELECT region, product, sum(q) FROM s GROUP BY GROUPING SETS ((region, product), (region), ())
SELECT coalesce(region, 'all') AS r, grouping(region) AS g, sum(q) FROM s GROUP BY ROLLUP (region)
SELECT date_diff('day', a, b), date_add('hour', 3, ts), current_date - INTERVAL '7' DAY, ts + INTERVAL '1' MONTH FROM t
SELECT from_unixtime(epoch) AT TIME ZONE 'Europe/Berlin' AS local, to_unixtime(ts), format_datetime(ts, 'yyyy-MM-dd HH') FROM t
SELECT date_format(ts, '%Y-%m-%d') AS d, date_parse(s, '%d.%m.%Y') AS p, from_iso8601_timestamp(x) FROM t
SELECT year(d) y, month(d) m, day_of_week(d) w, week(d), quarter(d), extract(hour FROM ts) h FROM t
SELECT regexp_extract(url, 'id=(\d+)', 1) AS id, regexp_like(url, '^/shop/'), regexp_replace(url, '\d+', 'N'), split_part(path, '/', 2) FROM hits
SELECT url_extract_host(url) AS h, count(*) c FROM hits GROUP BY 1 ORDER BY c DESC LIMIT 10
SELECT split(csv, ',')[1] AS first, split_to_map(q, '&', '=')['utm'] AS utm FROM t
SELECT TRY_CAST(s AS bigint), TRY(1 / x), IF(x > 0, 'p', 'n'), nullif(a, 0) FROM t
WITH RECURSIVE n(i) AS (VALUES 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a CROSS JOIN b
SELECT d FROM UNNEST(sequence(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1' DAY)) AS t(d)
SELECT n FROM TABLE(sequence(start => 1, stop => 10))
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, name)
SELECT o.id, c.name FROM postgres.public.orders o JOIN mysql.crm.customers c ON c.id = o.customer_id
SELECT * FROM orders FOR TIMESTAMP AS OF TIMESTAMP '2024-01-01 00:00:00 UTC'
SELECT * FROM orders FOR VERSION AS OF 8954597067493422955
SELECT * FROM orders TABLESAMPLE BERNOULLI (10)
SELECT id FROM a EXCEPT SELECT id FROM b
SELECT id FROM a INTERSECT SELECT id FROM b ORDER BY 1 FETCH FIRST 5 ROWS ONLY
SELECT * FROM t ORDER BY x DESC NULLS LAST OFFSET 20 LIMIT 10
SELECT table_name, column_name, data_type FROM hive.information_schema.columns WHERE table_schema = 'sales'
SELECT CASE WHEN a < 10 THEN 'low' WHEN a < 20 THEN 'mid' ELSE 'high' END AS band, count(*) FROM t GROUP BY 1
SELECT "Order Id", "select" FROM "My Table" WHERE "date" = current_date
SELECT bool_or(x), every(y), arbitrary(z), checksum(w), geometric_mean(v), stddev(v), corr(a, b) FROM t
SELECT histogram(x), map_agg(k, v), multimap_agg(k, v), map_union(m) FROM t
SELECT to_hex(sha256(to_utf8(email))) FROM u
SELECT st_distance(st_point(lon, lat), st_point(13.4, 52.5)), great_circle_distance(a, b, c, d) FROM p
SELECT id FROM t WHERE name LIKE 'A%' ESCAPE '\' AND x BETWEEN 1 AND 3 AND y IS NOT NULL AND z IN (1, 2, 3)
SELECT id FROM t WHERE (a, b) IN (SELECT a, b FROM u)
SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) AND x > ALL (SELECT y FROM w)
SELECT ntile(4) OVER (ORDER BY s DESC), percent_rank() OVER (ORDER BY s), cume_dist() OVER (ORDER BY s) FROM t
SELECT cardinality(array_distinct(flatten(array_agg(tags)))) FROM t
SELECT zip_with(a, b, (x, y) -> x + y), array_sort(a, (x, y) -> IF(x < y, -1, 1)), slice(a, 1, 3), a[1], contains(a, 3) FROM t
SELECT concat_ws('-', a, b), lpad(a, 5, '0'), strpos(a, 'x'), reverse(a), trim(BOTH ' ' FROM a), upper(a) || lower(b), length(a), substr(a, 1, 3), substring(a FROM 2 FOR 3) FROM t
SELECT json_value(p, 'lax $.a' RETURNING bigint DEFAULT 0 ON EMPTY), json_query(p, 'lax $.b' WITH ARRAY WRAPPER), json_exists(p, 'lax $.c') FROM t
SELECT jt.a, jt.b FROM t, json_table(t.p, 'lax $.items[*]' COLUMNS (a bigint PATH 'lax $.a', b varchar(10) PATH 'lax $.b')) AS jt
SELECT json_object('id' VALUE id, 'n' VALUE name), json_array(a, b NULL ON NULL) FROM t
EXPLAIN SELECT * FROM t
EXPLAIN (TYPE DISTRIBUTED, FORMAT JSON) SELECT count(*) FROM t
TABLE orders
VALUES (1, 2), (3, 4)
SELECT count(*), count, value, key, date, type, "user", comment, language, data, day, level FROM t
SELECT current_user, current_timestamp, localtime, current_timezone(), now(), version()
SELECT DECIMAL '1.5', DOUBLE '2.5', TIMESTAMP '2024-01-01 10:00:00', TIME '10:00', X'0A', CHAR 'a', BIGINT '5', INTERVAL '1-2' YEAR TO MONTH
SELECT format('%s-%d', a, b), format_number(1234567), round(x, 2), truncate(y), floor(z), mod(a, 3), a % 3, power(2, 3), ln(x) FROM t
SELECT a.id FROM a NATURAL JOIN b
SELECT a.id FROM a JOIN b USING (id) LEFT JOIN c USING (id)
SELECT t.r.x.y FROM t
SELECT * FROM t1, LATERAL (SELECT max(v) AS mv FROM t2 WHERE t2.k = t1.k) AS l
SELECT numeric_histogram(10, x), approx_most_frequent(3, s, 100), merge(cast(h AS HyperLogLog)) FROM t
SELECT tdigest_agg(x), value_at_quantile(d, 0.5), cardinality(approx_set(y)) FROM t
SELECT sum(CASE WHEN d >= date_add('day', -7, current_date) THEN amt ELSE 0 END) AS wk, sum(amt) AS total FROM pay
SELECT dow(d), doy(d), yow(d), last_day_of_month(d), at_timezone(ts, 'UTC'), with_timezone(ts, 'UTC') FROM t
SELECT reduce_agg(v, 0, (a, b) -> a + b, (a, b) -> a + b) FROM t
SELECT x IS DISTINCT FROM y, NOT x, x <> y, x != y FROM t
SELECT t.*, u.name FROM t JOIN u ON t.uid = u.id AND u.active
SELECT sum(x) AS "Total: sum" FROM t
SELECT count(*) FROM orders WHERE orderdate > current_date - INTERVAL '3' MONTH AND status IN ('O', 'F') HAVING count(*) > 1
SELECT avg(amount) OVER (ORDER BY d RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW) FROM t
SELECT human_readable_seconds(96), parse_duration('42ms'), to_milliseconds(INTERVAL '1' DAY)
SELECT bitwise_and(a, 3), to_base(a, 2), from_base('ff', 16), rand(), random(5), uuid(), typeof(a) FROM t
SELECT u.name, s.total FROM u LEFT JOIN (SELECT uid, sum(x) total FROM p GROUP BY uid) s ON s.uid = u.id ORDER BY s.total DESC NULLS LAST LIMIT 5
SELECT soundex(n), levenshtein_distance(a, b), jaro_winkler_similarity(a, b), hamming_distance(a, b) FROM t
SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id OFFSET 5 LIMIT 10
SELECT id FROM a UNION SELECT id FROM b ORDER BY 1 OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY
