# Reads that must be accepted, one statement per line. Lines with # are comments.
# Plain queries
SELECT 1
select id, title from books
SELECT b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id
SELECT * FROM books WHERE price > 10 AND stock <= 5 OR title IS NULL
SELECT DISTINCT publisher FROM books ORDER BY publisher
SELECT DISTINCT ON (author_id) author_id, title FROM books ORDER BY author_id, published DESC
SELECT title FROM books ORDER BY price DESC NULLS LAST LIMIT 10 OFFSET 20
SELECT title FROM books ORDER BY price FETCH FIRST 3 ROWS ONLY
SELECT title FROM books ORDER BY price FETCH NEXT 3 ROWS WITH TIES
SELECT count(*) FROM loans;
SELECT count(*) FROM loans;;
SELECT title AS "The title" FROM "Books" AS "B 1"
SELECT library.books.title FROM library.books
SELECT name, price * 1.19 AS gross FROM products
SELECT -price, +price, - -price FROM products
SELECT title FROM books WHERE title LIKE 'A%' ESCAPE '\'
SELECT title FROM books WHERE title NOT ILIKE '%draft%'
SELECT title FROM books WHERE title SIMILAR TO '(a|b)%'
SELECT title FROM books WHERE price BETWEEN 5 AND 15
SELECT title FROM books WHERE price NOT BETWEEN SYMMETRIC 15 AND 5
SELECT title FROM books WHERE author_id IN (1, 2, 3)
SELECT title FROM books WHERE author_id NOT IN (SELECT id FROM authors WHERE retired)
SELECT title FROM books b WHERE EXISTS (SELECT 1 FROM loans l WHERE l.book_id = b.id)
SELECT title FROM books WHERE author_id = ANY (ARRAY[1, 2])
SELECT title FROM books WHERE price > ALL (SELECT price FROM books WHERE stock = 0)
SELECT title FROM books WHERE stock IS DISTINCT FROM 0
SELECT (SELECT max(price) FROM books) - price FROM books
SELECT CASE WHEN stock = 0 THEN 'gone' WHEN stock < 3 THEN 'few' ELSE 'many' END FROM books
SELECT CASE status WHEN 1 THEN 'open' END AS label FROM loans
# Aggregates and groups
SELECT author_id, count(*), avg(price) FROM books GROUP BY author_id HAVING count(*) > 2
SELECT count(DISTINCT reader_id) FILTER (WHERE returned IS NULL) FROM loans
SELECT string_agg(title, ', ' ORDER BY title) FROM books
SELECT array_agg(DISTINCT publisher) FROM books
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM books
SELECT mode() WITHIN GROUP (ORDER BY publisher) FROM books
SELECT publisher, author_id, sum(stock) FROM books GROUP BY ROLLUP (publisher, author_id)
SELECT publisher, author_id, sum(stock) FROM books GROUP BY CUBE (publisher, author_id)
SELECT publisher, grouping(publisher) FROM books GROUP BY GROUPING SETS ((publisher), ())
SELECT bool_and(returned IS NOT NULL), every(fine = 0) FROM loans
SELECT stddev_samp(price), var_pop(price), corr(price, stock) FROM books
SELECT json_agg(title), jsonb_object_agg(id, title) FROM books
# Windows
SELECT title, rank() OVER (PARTITION BY author_id ORDER BY price DESC) FROM books
SELECT title, sum(stock) OVER (ORDER BY published ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM books
SELECT title, lag(price, 1) OVER w, lead(price) OVER w FROM books WINDOW w AS (ORDER BY published)
SELECT first_value(title) OVER (ORDER BY price RANGE UNBOUNDED PRECEDING) FROM books
SELECT ntile(4) OVER (ORDER BY price), row_number() OVER () FROM books
SELECT avg(price) FILTER (WHERE stock > 0) OVER (PARTITION BY publisher) FROM books
# Joins and FROM
SELECT * FROM books NATURAL JOIN prices
SELECT * FROM books LEFT OUTER JOIN loans USING (book_id)
SELECT * FROM books RIGHT JOIN loans ON loans.book_id = books.id FULL JOIN readers ON true
SELECT * FROM books CROSS JOIN shelves
SELECT * FROM books, shelves WHERE books.shelf = shelves.id
SELECT * FROM (SELECT id FROM books) AS b (book) JOIN (VALUES (1, 'x'), (2, 'y')) v(id, label) ON v.id = b.book
SELECT * FROM readers r, LATERAL (SELECT * FROM loans l WHERE l.reader_id = r.id LIMIT 3) recent
SELECT * FROM readers r LEFT JOIN LATERAL (SELECT max(due) AS due FROM loans l WHERE l.reader_id = r.id) x ON true
SELECT n FROM generate_series(1, 10) AS n
SELECT d::date FROM generate_series('2026-01-01'::timestamp, '2026-02-01', interval '1 day') g(d)
SELECT * FROM unnest(ARRAY['a', 'b']) WITH ORDINALITY AS t(letter, place)
SELECT * FROM ROWS FROM (generate_series(1, 3), generate_series(1, 2)) AS t(a, b)
SELECT * FROM json_to_recordset('[{"a":1}]') AS t(a int, b text)
SELECT * FROM jsonb_to_record('{"a":1}') AS (a numeric(10,2), b character varying(20))
SELECT * FROM ONLY books
SELECT title FROM books TABLESAMPLE BERNOULLI (10)
SELECT * FROM (books b JOIN authors a ON a.id = b.author_id) WHERE a.name = 'x'
# WITH and set operations
WITH recent AS (SELECT * FROM loans WHERE due > now()) SELECT count(*) FROM recent
WITH a(x) AS (SELECT 1), b(y) AS (SELECT x FROM a) SELECT * FROM a, b
WITH a AS MATERIALIZED (SELECT 1 AS x), b AS NOT MATERIALIZED (SELECT 2 AS x) SELECT * FROM a UNION ALL SELECT * FROM b
WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n FROM t
WITH RECURSIVE tree(id, parent) AS (SELECT id, parent FROM nodes WHERE parent IS NULL UNION SELECT n.id, n.parent FROM nodes n JOIN tree ON n.parent = tree.id) SELECT * FROM tree
SELECT id FROM books UNION SELECT id FROM films EXCEPT SELECT id FROM banned ORDER BY 1
(SELECT 1) INTERSECT ALL (SELECT 2)
((SELECT 1))
(SELECT id FROM books LIMIT 1) UNION ALL (SELECT id FROM films LIMIT 1) LIMIT 1
VALUES (1, 'a'), (2, 'b')
VALUES (1), (2) ORDER BY 1 LIMIT 1
TABLE books
TABLE books ORDER BY id LIMIT 5
SELECT 1 UNION ALL TABLE numbers
# Functions
SELECT upper(name), lower(name), initcap(name), length(name) FROM readers
SELECT trim(both 'x' FROM name), ltrim(name), substring(name FROM 1 FOR 3), substring(name, 2) FROM readers
SELECT overlay(name PLACING 'x' FROM 1 FOR 2), position('a' IN name), strpos(name, 'a') FROM readers
SELECT left(name, 2) || right(name, 2) FROM readers
SELECT regexp_replace(name, '[0-9]+', '', 'g'), split_part(name, '-', 1) FROM readers
SELECT coalesce(nick, name, '?'), nullif(name, ''), greatest(1, 2), least(1, 2) FROM readers
SELECT date_trunc('month', due), extract(dow FROM due), date_part('year', due) FROM loans
SELECT age(now(), due), to_char(due, 'YYYY-MM'), make_date(2026, 1, 1) FROM loans
SELECT due AT TIME ZONE 'Europe/Berlin' FROM loans
SELECT current_date, current_timestamp, localtime(0), current_user, session_user FROM loans
SELECT due + interval '3 days', due - INTERVAL '1' MONTH FROM loans
SELECT make_interval(days => 3), make_interval(hours := 2)
SELECT round(price, 2), ceil(price), power(2, 3), mod(7, 2), width_bucket(price, 0, 100, 10) FROM books
SELECT md5(name), encode(sha256('x'::bytea), 'hex') FROM readers
SELECT pg_catalog.lower('X'), "lower"('X'), "pg_catalog"."upper"('x')
SELECT gen_random_uuid(), random()
SELECT num_nonnulls(a, b), num_nulls(VARIADIC ARRAY[1, NULL]) FROM pairs
SELECT to_tsvector('english', body) @@ plainto_tsquery('english', 'whale') FROM pages
SELECT ts_rank(v, q), ts_headline(body, q) FROM pages, to_tsquery('a & b') q WHERE v @@ q
SELECT pg_typeof(price), pg_size_pretty(pg_total_relation_size('books')) FROM books
SELECT current_setting('TimeZone'), version(), current_database()
# Operators, casts, JSON, arrays, ranges
SELECT data -> 'a' ->> 'b', data #>> '{a,b}', data @> '{"a":1}' FROM docs
SELECT data ? 'a', data ?| ARRAY['a'], data ?& ARRAY['a'] FROM docs
SELECT data @? '$.a', data @@ '$.a > 1' FROM docs
SELECT jsonb_path_query(data, '$.items[*]'), jsonb_build_object('a', 1) FROM docs
SELECT jsonb '{"a":1}', json '[]', date '2026-01-01', timestamp with time zone '2026-01-01 00:00', bool 't', point '(1,2)'
SELECT price::numeric(10,2), price::int::text, CAST(price AS double precision), x::text[], x::timestamp(3) with time zone FROM books
SELECT tags[1], tags[1:2], tags[:2], tags[2:], tags[:] FROM books
SELECT ARRAY[1, 2] || ARRAY[3], ARRAY(SELECT id FROM books), ARRAY[[1], [2]]
SELECT 3 <@ int4range(1, 5), int4range(1, 3) && int4range(2, 4), int4range(1, 2) -|- int4range(2, 3)
SELECT name ~ '^a', name !~* 'b$', name ~~ 'c%', name ^@ 'd' FROM readers
SELECT @ -5, |/ 25, 2 ^ 3, 5 # 3, ~ 1, 1 << 2, 8 >> 1
SELECT a <-> b FROM points ORDER BY a <-> point '(0,0)' LIMIT 3
SELECT (address).city, (row(1, 2)).f1, (item).* FROM orders
SELECT row_to_json(b), b.* FROM books b
SELECT ROW(1, 2) = ROW(1, 2), (1, 2) < (1, 3)
SELECT (start_at, end_at) OVERLAPS (now(), now() + interval '1 day') FROM shifts
SELECT title COLLATE "C" FROM books ORDER BY title COLLATE "de_DE"
SELECT x IS TRUE, x IS NOT UNKNOWN, x ISNULL, y NOTNULL, z IS NORMALIZED FROM flags
SELECT 1_000, 0x1F, 1e5, .5, 5., 1.5e-3
# Text that looks dangerous and is not
SELECT 'DROP TABLE books; --' AS payload
SELECT 'it''s', E'tab\tand \'quote\'', $$it's$$, $tag$a $$ b$tag$
SELECT 1 AS first, 2 AS last
SELECT 1 -- ; DELETE FROM books
SELECT /* DROP TABLE books /* nested */ */ 1
SELECT "delete", "update", "into", "for" FROM "insert"
SELECT skilllevel, deleted_at, updated_by, insert_count FROM people
SELECT kill, execute, "call", copy, load FROM verbs
SELECT t.update, t.into, t.for FROM t
SELECT description FROM tasks WHERE description = 'pg_sleep(10)'
SELECT größe, "Öl" FROM maße WHERE straße = 'Allee'
# Catalogues
SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'
SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
SELECT relname, n_live_tup FROM pg_stat_user_tables
# EXPLAIN that does not run the statement
EXPLAIN SELECT * FROM books
EXPLAIN VERBOSE SELECT * FROM books
EXPLAIN (COSTS OFF, VERBOSE) SELECT * FROM books
EXPLAIN (FORMAT JSON) WITH a AS (SELECT 1) SELECT * FROM a
SELECT p.name FROM parents * p JOIN only kids k ON k.parent_id = p.id WHERE p.age > 3
SELECT extract(day FROM a.since) * 2, substring(a.name FROM b * c) FROM a, b
SELECT count(*) FROM (SELECT id FROM parents *) x
SELECT 0xFF, 0o17, 0B101 FROM parcels
SELECT * FROM (generate_series(1, 3) a(x) CROSS JOIN generate_series(1, 2) b(y))
SELECT * FROM parcels p JOIN routes r ON p.route = r.id, generate_series(1, 3) c(z) JOIN generate_series(2, 3) d(z) USING (z)
SELECT note FROM parcels TABLESAMPLE system (10) REPEATABLE (3)
