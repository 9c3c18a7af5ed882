SELECT 1
SELECT customer, sum(price) AS total FROM orders GROUP BY customer ORDER BY total DESC LIMIT 10
SELECT o.id, c.name FROM orders o JOIN customers AS c ON o.customer = c.id WHERE c.country = 'FI'
SELECT 7 // 2 AS whole, 7 % 2 AS rest, 2 ** 10 AS power, 2 ^ 3 AS cube_of_two
SELECT -- how many⏎ count(*) /* of /* all */ kinds */ FROM orders
SELECT 'a; DELETE FROM orders' AS note, 'it''s /* no */ comment -- here' AS other
SELECT E'tab\there\'s', $$plain 'text'$$, $tag$more $$ text$tag$ FROM notes
SELECT 'joined'⏎'text' AS one
SELECT "Order Id", "weird ""name""", "a.b" FROM "Order Lines"
SELECT price == 3, price <> 4, name !~ '^x', name ~~~ 'x*', name ^@ 'pre', name !~~ 'y%' FROM items
SELECT @ (-5), 5 !, ~ 3, 6 & 2, 6 | 1, 1 << 4, tags @> ['new'], tags && ['a', 'b'] FROM items
SELECT 1_000_000 + 2.5e3 AS amount, .5 AS half
SELECT list_transform(prices, x -> x * 1.24) FROM items
SELECT list_reduce(prices, (total, x) -> total + x) FROM items
SELECT list_filter(prices, lambda p: p > 10), list_transform(prices, lambda p, i: p * i) FROM items
SELECT [lower(n) FOR n IN names IF length(n) > 2] AS short_names FROM teams
SELECT [x * i FOR x, i IN [10, 20, 30]] AS weighted
SELECT {'name': upper(name), 'age': age + 1, nested: {'list': [1, 2]}} AS person FROM people
SELECT MAP {'one': 1, 'two': length('xy')}, MAP {}, map([1, 2], ['a', 'b'])
SELECT [1, 2, 3][1], [1, 2, 3][-2:], [1, 2, 3][1:3:2], [1, 2, 3][:-:2], name[1:3] FROM people
SELECT person.address.city, person['age'], (person).name, struct_pack(a := 1, b => 2).a FROM people
SELECT name.upper().replace('A', 'b').left(3), tags.list_distinct().len() FROM people
SELECT COLUMNS(*), min(COLUMNS('price.*')), COLUMNS(c -> c LIKE 'p%'), COLUMNS(* EXCLUDE (id)) FROM items
SELECT coalesce(*COLUMNS(['a', 'b'])) FROM pairs
SELECT * EXCLUDE (secret, i.cost) FROM items i
SELECT * EXCLUDE secret REPLACE (round(price, 1) AS price) RENAME (id AS item) FROM items
SELECT i.* REPLACE (upper(i.name) AS name) FROM items i
SELECT * LIKE 'price%' FROM items
SELECT region, product, sum(amount) FROM sales GROUP BY ALL ORDER BY ALL DESC NULLS LAST
FROM orders
FROM orders SELECT id, price WHERE price > 10 ORDER BY id LIMIT 5
FROM orders o JOIN customers c USING (customer) SELECT DISTINCT c.name
WITH big AS (FROM orders WHERE price > 100) FROM big SELECT count(*)
SELECT id, (FROM customers SELECT max(id)) AS newest FROM orders WHERE EXISTS (FROM customers)
SELECT id, name, FROM items,
SELECT 'x' IN ('x', 'y',), 3 IN [1, 2, 3], 4 NOT IN [4]
SELECT o.id FROM orders o SEMI JOIN customers c USING (customer)
SELECT o.id FROM orders o ANTI JOIN customers c ON o.customer = c.id
SELECT t.symbol, p.price FROM trades t ASOF LEFT JOIN prices p ON t.symbol = p.symbol AND t.at_time >= p.at_time
SELECT * FROM left_side POSITIONAL JOIN right_side
SELECT o.id, x.n FROM orders o, LATERAL (SELECT count(*) AS n FROM lines l WHERE l.orders = o.id) x
SELECT id, row_number() OVER (PARTITION BY customer ORDER BY id) AS nth FROM orders QUALIFY nth = 1
SELECT * FROM orders USING SAMPLE 10%
SELECT * FROM orders USING SAMPLE reservoir(50 ROWS) REPEATABLE (100)
SELECT * FROM orders TABLESAMPLE 10 PERCENT (bernoulli) WHERE price > 3
SELECT * FROM sales PIVOT (sum(amount) AS total FOR quarter IN ('Q1' AS q1, 'Q2') GROUP BY region)
PIVOT sales ON quarter IN ('Q1', 'Q2') USING sum(amount) AS total GROUP BY region ORDER BY region LIMIT 3
PIVOT (FROM sales WHERE amount > 0) ON quarter USING count(*), max(amount)
UNPIVOT monthly ON jan, feb, mar INTO NAME month VALUE amount
SELECT * FROM monthly UNPIVOT INCLUDE NULLS (amount FOR month IN (jan, feb AS 'February'))
WITH wide AS (PIVOT sales ON quarter USING sum(amount)) SELECT * FROM wide
SUMMARIZE orders
SUMMARIZE SELECT price FROM orders
DESCRIBE SELECT id, price FROM orders
DESCRIBE main.orders
SELECT column_name FROM (DESCRIBE orders) WHERE column_type = 'INTEGER'
SHOW TABLES
SHOW ALL TABLES
SELECT total: sum(price), n: count(*) FROM o: orders
SELECT r.range FROM r: range(5)
SELECT today() + INTERVAL (days_open + 1) DAYS, now() - INTERVAL 3 HOUR, INTERVAL '1' YEAR + INTERVAL '2 days' FROM shops
SELECT DATE '2024-02-29', TIMESTAMP WITH TIME ZONE '2024-02-29 10:00+02', DECIMAL(9, 2) '12.50'
SELECT price::DECIMAL(9, 2), tags::VARCHAR[], doc::JSON->>'name', at_time::TIMESTAMP WITH TIME ZONE FROM items
SELECT TRY_CAST(raw AS STRUCT(a INTEGER, b MAP(VARCHAR, DOUBLE[]))), CAST(raw AS UNION(n INTEGER, s VARCHAR[3])) FROM imports
SELECT 'small'::ENUM('small', 'large'), CAST(x AS INTEGER[]) FROM sizes
SELECT name, id FROM staff UNION BY NAME SELECT id, name FROM guests
SELECT id FROM a UNION ALL BY NAME FROM b EXCEPT SELECT id FROM c
SELECT * FROM orders LIMIT 10%
SELECT * FROM orders LIMIT (SELECT count(*) // 2 FROM orders) OFFSET 5
VALUES (1, 'a'), (2, 'b')
SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(n, s)
SELECT * FROM (VALUES (1), (2),) t(n)
TABLE orders
WITH RECURSIVE tree(id, depth) AS (SELECT id, 0 FROM nodes WHERE parent IS NULL UNION ALL SELECT n.id, depth + 1 FROM nodes n JOIN tree ON n.parent = tree.id) SELECT * FROM tree
WITH RECURSIVE best(k, v) USING KEY (k) AS (SELECT 1, 0 UNION SELECT k, v + 1 FROM best WHERE v < 5) TABLE best
WITH a AS MATERIALIZED (SELECT 1 AS x), b(y) AS NOT MATERIALIZED (SELECT x FROM a) SELECT y FROM b
SELECT sum(price) FILTER (price > 3), count(*) FILTER (WHERE paid), avg(price) FROM orders
SELECT last_value(price IGNORE NULLS) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM orders
SELECT sum(price) OVER w, lag(price, 1, 0) OVER (w ORDER BY id) FROM orders WINDOW w AS (PARTITION BY customer)
SELECT avg(price) OVER (ORDER BY day RANGE BETWEEN INTERVAL 3 DAYS PRECEDING AND INTERVAL 3 DAYS FOLLOWING EXCLUDE TIES) FROM orders
SELECT string_agg(name, ', ' ORDER BY name DESC), arg_max(name, price), list(DISTINCT tag ORDER BY tag) FROM items
SELECT quantile_cont(price, [0.25, 0.5]), mode() WITHIN GROUP (ORDER BY price) FROM items
SELECT grouping(region), region, sum(amount) FROM sales GROUP BY GROUPING SETS ((region), ()), CUBE (quarter), ROLLUP (shop)
SELECT extract('year' FROM day), extract(dow FROM day), date_trunc('month', day), date_part(['year', 'month'], day) FROM orders
SELECT trim(BOTH ' ' FROM name), substring(name FROM 2 FOR 3), position('a' IN name), trim(name) FROM people
SELECT name GLOB 'a*', name ILIKE 'b%', name SIMILAR TO 'c.*', name NOT LIKE 'd#%' ESCAPE '#' FROM people
SELECT name FROM people ORDER BY name COLLATE NOCASE.NOACCENT NULLS FIRST
SELECT at_time AT TIME ZONE 'Europe/Helsinki', x IS NOT DISTINCT FROM y, x ISNULL, y IS DISTINCT FROM 'z' FROM events
SELECT unnest([1, 2]), unnest({'a': 1}, recursive := true), generate_subscripts([1, 2], 1)
SELECT * FROM range(0, 10, 2) AS r(n), unnest([1, 2]) AS u(m), generate_series(1, 3)
SELECT range, first, last, name, type, filter, format, rows FROM range(3)
SELECT json_extract_string(doc, '$.a'), doc->'$.b'->>0, json_group_array(id) FROM docs
SELECT e.key, e.value FROM docs, json_each(docs.doc) AS e
SELECT ARRAY[1, 2], ARRAY(SELECT id FROM orders), row(1, 'x'), (1, 2)
SELECT DISTINCT ON (customer) * EXCLUDE (note) FROM orders ORDER BY customer, id DESC
SELECT CASE WHEN price > 3 THEN 'high' ELSE 'low' END AS level, if(price > 3, 1, 0), ifnull(name, '') FROM items
SELECT price > ALL (SELECT price FROM old_items), id = ANY ([1, 2, 3]) FROM items
SELECT table_name FROM information_schema.tables
SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'orders'
SELECT table_name, estimated_size FROM duckdb_tables() WHERE NOT internal
SELECT sql FROM sqlite_master
EXPLAIN SELECT * FROM orders
EXPLAIN (FORMAT json) SELECT * FROM orders
SELECT memory.main.orders.id FROM memory.main.orders
SELECT t.json, t.csv, orders.parquet FROM orders t
SELECT updates, deleted, "drop" FROM audit WHERE lock_state = 'for update'
(SELECT 1 UNION SELECT 2) INTERSECT (FROM ids)
SELECT a[1].b.c, (a).b[2], f.x.y.z FROM nested f
SELECT try(1 / 0), TRY_CAST('x' AS INTEGER) IS NULL
SELECT md5(name), sha256(name), hash(name), uuid(), encode(name), 'abc'::BLOB FROM people
SELECT approx_count_distinct(id), median(price), histogram(price), kurtosis(price), regr_slope(y, x), mad(price) FROM points
SELECT bit_count(5), bitstring('101', 8), enum_range(NULL::size), union_tag(u), struct_insert(s, a := 1) FROM odd
SELECT strftime(day, '%Y-%m'), strptime('2024', '%Y'), age(day), time_bucket(INTERVAL '1 week', day) FROM orders
SELECT * FROM orders AS o(id, customer, price) WHERE o.id IN (SELECT id FROM paid)
SELECT count(*), count(), FROM items GROUP BY ()
FROM range(3) r(x), range(2) s(y) SELECT x
