# Reads that must be accepted, one statement per line. Lines with # are comments.
# Plain queries
SELECT 1
SELECT 1;
SELECT 1 ;;
VALUES (1, 'a'), (2, 'b')
select name, price from cakes
SELECT c.name, o.amount FROM cakes c JOIN orders o ON o.cake_id = c.id
SELECT * FROM cakes WHERE price == 12 AND stock <> 0 OR name IS NULL
SELECT DISTINCT kind FROM cakes ORDER BY kind COLLATE nocase DESC NULLS LAST
SELECT name FROM cakes ORDER BY 1 COLLATE NOCASE LIMIT 10 OFFSET 20
SELECT name FROM cakes LIMIT 5, 10
SELECT name FROM cakes ORDER BY price LIMIT 1 + 2 OFFSET (SELECT 1)
SELECT rowid, oid, _rowid_, * FROM cakes
SELECT main.cakes.name FROM main.cakes AS cakes
SELECT -price, +price, - - price, ~stock, - -1 FROM cakes
SELECT price % 3, price / 2 * 4 - 1, stock << 2 | 1 & 7, name || '!' FROM cakes
SELECT 1_000 + 0x1F + .5 + 1. + 2.5e-3
SELECT count(*), count(), total(price) FROM cakes
SELECT X'00ff', x'', typeof(x'AB')
SELECT true, false, name IS TRUE, name IS NOT FALSE FROM cakes
SELECT price > 1 > 0, price = 1 = 0, name IS NULL IS NOT NULL FROM cakes
SELECT NOT EXISTS (SELECT 1 FROM cakes) = 1, - EXISTS (SELECT 2), NOT NOT 1
# Names in all four kinds of quotes
SELECT "name", [name], `name`, cakes."name" FROM [cakes]
SELECT 'cakes'.'name' FROM 'cakes'
SELECT name 'The name', price AS 'The price' FROM 'main'.'cakes' 'c'
SELECT c.name FROM orders, 'cakes' c JOIN 'orders' 'o' ON o.amount IS DISTINCT FROM 'x', 'cakes'
SELECT name FROM cakes WHERE kind = "tart" AND name <> ""
SELECT name "a""b", price `a``b`, stock [a b] FROM cakes
SELECT count(*) FROM cakes WHERE id IN 'orders'
SELECT sum(price) OVER 'w' FROM cakes WINDOW 'w' AS (ORDER BY id)
SELECT * FROM cakes JOIN orders USING ('id')
# Key words as names
SELECT first, last, row, rows, "end", end, offset, match, key FROM words
SELECT right.id, left FROM cakes LEFT JOIN orders AS right ON right.id = cakes.id, words
SELECT start, end FROM words WHERE end > start ORDER BY desc DESC, asc ASC
SELECT CASE WHEN end THEN end ELSE end END end FROM words
SELECT sum(over) over (ORDER BY over) over FROM words AS over
SELECT replace, glob, filter, current, range, no FROM words
SELECT plan, query, "key", action, temp, if FROM words
SELECT max(partition) OVER (PARTITION BY partition ORDER BY range RANGE CURRENT ROW) FROM words
# Comparisons
SELECT name FROM cakes WHERE name LIKE 'a%' ESCAPE '\' AND name NOT LIKE '%b'
SELECT name FROM cakes WHERE name GLOB 'a*' AND name NOT GLOB '*b' OR name REGEXP 'c'
SELECT name FROM notes WHERE notes MATCH 'sugar NOT salt'
SELECT LIKE('a%', name), glob('a*', name), NOT LIKE('%b', name, '\') FROM cakes
SELECT name FROM cakes WHERE price BETWEEN 1 AND 2 AND stock NOT BETWEEN 3 AND 4 = 1
SELECT name FROM cakes WHERE price IS 3 AND stock IS NOT 4 AND kind IS NOT name
SELECT name FROM cakes WHERE price IS DISTINCT FROM 3 AND stock IS NOT DISTINCT FROM 4
SELECT name FROM cakes WHERE name ISNULL OR kind NOTNULL OR stock NOT NULL
SELECT name FROM cakes WHERE id IN () OR id NOT IN (1, 2) OR id IN (SELECT cake_id FROM orders)
SELECT name FROM cakes WHERE id IN orders OR id NOT IN main.orders OR id IN json_each('[1]')
SELECT name FROM cakes WHERE (id, price) = (1, 2) OR (id, price) IN (VALUES (1, 2), (3, 4))
SELECT (1, 2) < (SELECT id, price FROM cakes), (id, stock) BETWEEN (1, 2) AND (3, 4) FROM cakes
SELECT CASE kind WHEN 'tart' THEN 1 WHEN 'pie' THEN 2 END, CASE WHEN stock THEN 1 ELSE 0 END FROM cakes
SELECT iif(stock, 'yes', 'no'), if(stock, 1, 2), coalesce(kind, name), ifnull(kind, 'x'), nullif(price, 0) FROM cakes
SELECT CAST(price AS INTEGER), CAST(price AS VARCHAR(10)), CAST(price AS DECIMAL(10, -2)), CAST(id AS any words) FROM cakes
SELECT CAST(price AS double precision(3, 4)), CAST(name AS 'text') FROM cakes
# Aggregates and windows
SELECT kind, count(DISTINCT name), group_concat(name, ', ' ORDER BY name DESC) FROM cakes GROUP BY kind HAVING sum(stock) > 1
SELECT count(*) FILTER (WHERE stock > 0), string_agg(DISTINCT name, ',') FROM cakes
SELECT percentile_cont(price, 0.5), median(price) FROM cakes
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM cakes
SELECT row_number() OVER (), rank() OVER (PARTITION BY kind ORDER BY price DESC) FROM cakes
SELECT sum(price) FILTER (WHERE stock) OVER w, lag(price, 1, 0) OVER (w ROWS 2 PRECEDING) FROM cakes WINDOW w AS (PARTITION BY kind ORDER BY id), v AS (w ORDER BY price)
SELECT avg(price) OVER (ORDER BY id ROWS BETWEEN 1 + 1 PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE NO OTHERS) FROM cakes
SELECT avg(price) OVER (ORDER BY id GROUPS BETWEEN CURRENT ROW AND 2 FOLLOWING EXCLUDE CURRENT ROW) FROM cakes
SELECT avg(price) OVER (RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES), ntile(4) OVER (w) FROM cakes WINDOW w AS (ORDER BY price DESC NULLS FIRST)
SELECT max(price, stock, 3), min(price, 2) FROM cakes
# Joins and subqueries
SELECT * FROM cakes NATURAL JOIN orders
SELECT * FROM cakes NATURAL LEFT OUTER JOIN orders CROSS JOIN words
SELECT * FROM cakes LEFT NATURAL JOIN orders
SELECT * FROM cakes c RIGHT JOIN orders o ON c.id = o.cake_id FULL OUTER JOIN words w USING (id)
SELECT * FROM (cakes c JOIN orders o ON o.cake_id = c.id) LEFT JOIN (words) ON 1
SELECT * FROM cakes, orders ON cakes.id = orders.cake_id, words
SELECT * FROM (SELECT id FROM cakes) AS s, (VALUES (1), (2))
SELECT (SELECT max(amount) FROM orders WHERE cake_id = cakes.id) FROM cakes WHERE EXISTS (SELECT 1 FROM orders)
SELECT * FROM cakes INDEXED BY cakes_kind WHERE kind = 'tart'
SELECT * FROM cakes c NOT INDEXED WHERE c.kind = 'tart'
SELECT id FROM cakes UNION ALL SELECT id FROM orders UNION SELECT 1 EXCEPT VALUES (2) INTERSECT SELECT 3 ORDER BY 1 LIMIT 2
# WITH
WITH dear AS (SELECT * FROM cakes WHERE price > 10) SELECT count(*) FROM dear
WITH dear(a, b) AS MATERIALIZED (SELECT id, name FROM cakes), cheap AS NOT MATERIALIZED (VALUES (1)) SELECT * FROM dear, cheap
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n
WITH n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n LIMIT 5) SELECT * FROM n WHERE i IN (WITH m AS (SELECT 1) SELECT * FROM m)
# Dates, text, JSON
SELECT date('now', '-1 month'), strftime('%Y', ordered), julianday(ordered), unixepoch() FROM orders
SELECT current_date, CURRENT_TIME, current_timestamp, timediff('2026-01-01', ordered) FROM orders
SELECT upper(name), substr(name, 1, 3), substring(name, 2), replace(name, 'a', 'b'), printf('%05d', id), format('%s', name) FROM cakes
SELECT trim(name), instr(name, 'a'), length(name), hex(name), quote(name), unicode(name), char(65, 66), concat_ws('-', name, kind) FROM cakes
SELECT data -> '$.a', data ->> 'b', data->>'$[0]' FROM notes
SELECT json_extract(data, '$.a'), json_group_array(name), json_group_object(name, data), jsonb(data) FROM notes
SELECT j.key, j.value FROM notes, json_each(notes.data, '$.list') AS j WHERE j.type = 'integer'
SELECT value FROM json_tree('{"a": 1}') WHERE atom IS NOT NULL
SELECT value FROM generate_series(1, 10, 2)
SELECT value FROM 'json_each'('[1, 2]')
SELECT highlight(notes, 0, '<b>', '</b>'), bm25(notes) FROM notes WHERE notes MATCH 'sugar' ORDER BY rank
SELECT round(power(price, 2), 1), sqrt(price), abs(stock), sign(stock), pi(), random() FROM cakes
# The schema
SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
SELECT * FROM main.sqlite_schema, sqlite_sequence
# EXPLAIN
EXPLAIN SELECT * FROM cakes
EXPLAIN QUERY PLAN SELECT * FROM cakes WHERE id = 1
# Words in literals, names and comments are not statements
SELECT 'DROP TABLE cakes; --' AS "DELETE FROM cakes", "insert" FROM words
SELECT name -- DELETE FROM cakes⏎FROM cakes
SELECT /* DROP TABLE cakes; */ name /**/ FROM cakes /* /* */
SELECT name␍⏎FROM cakes␍⏎
SELECT name FROM cakes WHERE name = 'it''s \' AND kind = 'é — “x”'
SELECT größe FROM café WHERE a$b = 1
