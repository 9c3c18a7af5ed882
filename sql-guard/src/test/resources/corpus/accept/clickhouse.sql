# Reads that must be accepted, one statement per line. Lines with # are comments.
# Plain queries
SELECT 1
select id, title from books
SELECT b.title, a.name FROM shop.books AS b INNER JOIN shop.authors AS a ON a.id = b.author_id
SELECT `b`.`title`, "price" FROM `books` AS `b`
SELECT title FROM books WHERE price > 10 AND stock <= 5 OR title IS NULL
SELECT DISTINCT publisher FROM books ORDER BY publisher DESC NULLS LAST
SELECT DISTINCT ON (author_id, genre) title FROM books ORDER BY author_id
SELECT title FROM books ORDER BY price LIMIT 10 OFFSET 20
SELECT title FROM books ORDER BY price LIMIT 20, 10
SELECT title FROM books ORDER BY price LIMIT 3 WITH TIES
SELECT title FROM books ORDER BY price LIMIT 2 BY author_id LIMIT 10
SELECT title FROM books LIMIT 2 OFFSET 1 BY author_id, genre
SELECT count() FROM loans;
SELECT count(), sum(fine), FROM loans
SELECT a, limit, interval, offset, format, final FROM settings
SELECT interval + 1, max(limit), if(limit > 0, limit, 0) FROM quotas WHERE offset = 3
SELECT 1 AS from, 2 AS select, 3 AS where
SELECT 'it''s', 'a\'b', 'tab\t', $tag$it's $ here$tag$ FROM books
SELECT 0x1F, 0b11, 1_000, 1.5e3, .5 FROM books
SELECT 'a''\' , sleep(1) -- '
SELECT title # a note⏎FROM books -- and another⏎WHERE price == 3 /* and one more */
SELECT -price, NOT sold, price % 2, price DIV 2, price MOD 3, a || b FROM books
SELECT title FROM books WHERE title LIKE 'a%' AND title NOT ILIKE '%b' AND title REGEXP '^c'
SELECT title FROM books WHERE price BETWEEN 5 AND 15 AND (author_id, genre) IN ((1, 'a'), (2, 'b'))
SELECT title FROM books WHERE id IN (SELECT book_id FROM loans) AND id NOT IN tuple(1, 2) AND id GLOBAL NOT IN (3, 4)
SELECT title FROM books WHERE id IN favourites
SELECT stock = 0 ? 'gone' : 'there' AS state, price > 3 and stock in (1, 2) ? 1 : 0 FROM books
SELECT CASE WHEN stock = 0 THEN 'gone' WHEN stock < 3 THEN 'few' ELSE 'many' END FROM books
SELECT CAST(price AS Nullable(Decimal(12, 2))), price::Float64, tags::Array(LowCardinality(String)), CAST(a, 'UInt8') FROM books
SELECT * EXCEPT (secret), * EXCEPT secret FROM books
SELECT * REPLACE (price * 2 AS price) FROM books
SELECT * EXCEPT (title) APPLY (sum) FROM books
SELECT COLUMNS('price') APPLY (x -> round(x, 2)) FROM books
SELECT b.* FROM books AS b
SELECT tuple(1, 'a') AS t, t.1, t.2, (1, 2).1, [1, 2, 3][1], {'a': 1, 'b': 2}['a'], [], ()
SELECT doc.address.city, doc.`a b`.c, doc.count.:Int64 FROM docs
SELECT params.key, params.value FROM visits WHERE notEmpty(params.key)
SELECT (price AS p) + 1, p * 2 FROM books
SELECT DATE '2025-01-01', toDate('2025-01-01') + INTERVAL 1 DAY, now() - INTERVAL 7 * 4 days, INTERVAL '2' HOUR
SELECT EXTRACT(YEAR FROM sold_at), trim(BOTH ' ' FROM title), substring(title, 2, 3), position('a' IN title) FROM sales
SELECT id FROM a UNION ALL SELECT id FROM b UNION DISTINCT SELECT id FROM c
(SELECT id FROM a) INTERSECT (SELECT id FROM b) EXCEPT (SELECT id FROM c)
# Groups and windows
SELECT genre, count() AS n FROM books GROUP BY genre HAVING n > 2 ORDER BY n DESC
SELECT genre, sum(stock) FROM books GROUP BY genre WITH TOTALS
SELECT genre, year, sum(stock) FROM books GROUP BY genre, year WITH CUBE WITH TOTALS
SELECT genre, sum(stock) FROM books GROUP BY ROLLUP(genre, year)
SELECT genre, sum(stock) FROM books GROUP BY GROUPING SETS ((genre), (year))
SELECT genre, title, count() FROM books GROUP BY ALL ORDER BY ALL
SELECT quantile(0.9)(price), quantiles(0.5, 0.9)(price), topK(3)(title), uniqUpTo(5)(author_id) FROM books
SELECT sumIf(price, stock > 0), uniqExactIf(id, 1), groupArrayDistinct(genre), avgOrNull(price), sumMap(k, v), quantileIf(0.5)(price, sold) FROM books
SELECT uniqMerge(state), sumForEach(items), argMaxIf(a, b, c), countState() FROM totals
SELECT count(DISTINCT genre), any(title), groupArray(3)(title) FROM books
SELECT title, row_number() OVER (PARTITION BY genre ORDER BY price DESC) AS nr FROM books QUALIFY nr <= 3
SELECT sum(price) OVER (ORDER BY sold_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM sales
SELECT sum(price) OVER w FROM sales WINDOW w AS (PARTITION BY shop ORDER BY sold_at)
SELECT title FROM sales WINDOW w AS (ORDER BY sold_at) QUALIFY rank() OVER w = 1
# WITH
WITH cheap AS (SELECT * FROM books WHERE price < 5) SELECT title FROM cheap
WITH cheap (t, p) AS (SELECT title, price FROM books) SELECT t FROM cheap
WITH 10 AS least_price, (SELECT max(price) FROM books) AS most SELECT title FROM books WHERE price BETWEEN least_price AND most
WITH [1, 2, 3] AS wanted SELECT title FROM books WHERE id IN wanted
WITH now() AS t, toDate(t) AS d SELECT d, t
WITH RECURSIVE days AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM days WHERE n < 5) SELECT n FROM days
# Relations and joins
SELECT * FROM books ANY LEFT JOIN authors USING author_id
SELECT * FROM books GLOBAL ANY INNER JOIN authors USING author_id, country
SELECT * FROM books LEFT ANTI JOIN loans ON books.id = loans.book_id
SELECT * FROM books ASOF LEFT JOIN prices ON books.id = prices.id AND books.t >= prices.t
SELECT * FROM books SEMI LEFT JOIN loans USING (id)
SELECT * FROM a CROSS JOIN b
SELECT * FROM a, b WHERE a.id = b.id
SELECT title, tag FROM books ARRAY JOIN tags AS tag
SELECT title, tag, n FROM books LEFT ARRAY JOIN tags AS tag, arrayEnumerate(tags) AS n WHERE n < 3
SELECT title FROM books FINAL PREWHERE price > 3 WHERE stock > 0
SELECT title FROM books SAMPLE 1 / 10 OFFSET 1 / 2 WHERE price > 3
SELECT number FROM numbers(10) WHERE number % 2 = 0
SELECT n FROM generateSeries(1, 5) AS g (n)
SELECT * FROM values('id UInt8, name String', (1, 'a'), (2, 'b'))
SELECT name FROM system.tables WHERE database = 'shop'
SELECT column_name FROM INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'books'
SELECT sold_at, n FROM sales ORDER BY sold_at WITH FILL FROM 1 TO 10 STEP 2 INTERPOLATE (n AS n + 1)
SELECT sold_at FROM sales ORDER BY sold_at DESC WITH FILL STEP INTERVAL 1 DAY, shop
# Functions
SELECT arrayMap(x -> x * 2, [1, 2]), arrayFilter((x, y) -> x > y, a, b), arraySort(tags), arrayReduce('sum', a) FROM t
SELECT formatDateTime(sold_at, '%Y-%m'), dateDiff('day', a, b), toStartOfMonth(a), date_add(DAY, 3, a) FROM spans
SELECT JSONExtractString(doc, 'a', 'b'), visitParamExtractInt(doc, 'n'), JSON_VALUE(doc, '$.a') FROM docs
SELECT domain(url), cutQueryString(url), cityHash64(url), hex(MD5(url)), lower(title), splitByChar(',', tags) FROM visits
SELECT multiIf(a > 1, 'x', a > 0, 'y', 'z'), if(a, b, c), transform(a, [1, 2], ['x', 'y'], ''), coalesce(a, b) FROM t
SELECT toInt32OrZero(a), toDecimal64(a, 2), parseDateTimeBestEffortOrNull(b), toTypeName(c), dictionary FROM t
EXPLAIN SELECT title FROM books
EXPLAIN PLAN actions = 1, header = 1 SELECT title FROM books
EXPLAIN SYNTAX SELECT title FROM books
