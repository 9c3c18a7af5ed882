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
SELECT table_name FROM information_schema.tables WHERE table_schema = 'shop'
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
SELECT toStartOfHour(ts) AS h, countIf(status >= 500) AS errs, count() AS total, round(errs / total * 100, 2) AS pct FROM logs WHERE ts >= now() - INTERVAL 1 DAY GROUP BY h ORDER BY h
SELECT toDate(event_time) AS day, uniqExact(user_id) AS dau FROM events WHERE event_time >= today() - 30 GROUP BY day ORDER BY day WITH FILL FROM today() - 30 TO today() STEP 1
SELECT url, quantile(0.95)(latency_ms) AS p95, quantiles(0.5, 0.9, 0.99)(latency_ms) AS qs FROM requests GROUP BY url HAVING count() > 100 ORDER BY p95 DESC LIMIT 20
SELECT user_id, groupArray(10)(page) AS pages, arrayStringConcat(groupArray(page), ' > ') AS path FROM (SELECT user_id, page FROM views ORDER BY user_id, ts) GROUP BY user_id
SELECT windowFunnel(3600)(ts, name = 'view', name = 'cart', name = 'buy') AS level, count() FROM events GROUP BY user_id
SELECT level, count() AS c FROM (SELECT user_id, windowFunnel(86400, 'strict_order')(ts, ev = 'a', ev = 'b') AS level FROM e GROUP BY user_id) GROUP BY level
SELECT r[1] AS d0, r[2] AS d1 FROM (SELECT retention(d = '2024-01-01', d = '2024-01-02') AS r FROM visits GROUP BY uid)
SELECT arrayMap(x -> x * 2, nums) AS dbl, arrayFilter(x -> x > 3, nums) AS big, arraySum(nums) AS s FROM t
SELECT tag, count() AS c FROM posts ARRAY JOIN tags AS tag GROUP BY tag ORDER BY c DESC LIMIT 10
SELECT id, tag FROM posts LEFT ARRAY JOIN tags AS tag
SELECT k, v FROM t ARRAY JOIN mapKeys(m) AS k, mapValues(m) AS v
SELECT * FROM events FINAL WHERE id = 5
SELECT * FROM hits SAMPLE 0.1 LIMIT 5
SELECT domain(url) AS d, count() FROM hits PREWHERE EventDate = '2024-03-01' WHERE d != '' GROUP BY d
SELECT argMax(price, ts) AS last_price, sym FROM ticks GROUP BY sym
SELECT a.id, b.name FROM a ASOF LEFT JOIN b ON a.k = b.k AND a.ts >= b.ts
SELECT * FROM a ANY LEFT JOIN b USING (id)
SELECT * FROM a GLOBAL INNER JOIN b USING id
SELECT * FROM a LEFT SEMI JOIN b ON a.id = b.id
SELECT * FROM a LEFT ANTI JOIN b ON a.id = b.id
SELECT user, page FROM v ORDER BY ts DESC LIMIT 3 BY user LIMIT 100
SELECT region, sum(x) AS s FROM t GROUP BY region WITH TOTALS ORDER BY s DESC
SELECT region, city, sum(x) FROM t GROUP BY ROLLUP(region, city)
SELECT region, city, sum(x) FROM t GROUP BY region, city WITH CUBE
SELECT sum(x) OVER (PARTITION BY k ORDER BY ts ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS ma FROM t
SELECT row_number() OVER (PARTITION BY k ORDER BY v DESC) AS rn, * FROM t QUALIFY rn <= 3
SELECT lagInFrame(v, 1, 0) OVER (ORDER BY ts) AS prev, v - prev AS delta FROM t
WITH (SELECT avg(v) FROM t) AS mean SELECT id, v - mean AS dev FROM t
WITH toDate('2024-01-01') AS start, start + 30 AS stop SELECT count() FROM e WHERE d BETWEEN start AND stop
WITH x AS (SELECT 1 AS a), y AS (SELECT a + 1 AS b FROM x) SELECT * FROM x, y
SELECT JSONExtractString(payload, 'user', 'id') AS uid, JSONExtractInt(payload, 'n') AS n FROM raw
SELECT payload.user.id AS uid, payload.n::Int64 AS n FROM json_events
SELECT props['utm_source'] AS src, count() FROM e GROUP BY src
SELECT t.1 AS a, t.2 AS b FROM (SELECT (1, 'x') AS t)
SELECT tupleElement(t, 1), t.name FROM tt
SELECT if(x > 0, 'pos', 'neg') AS sg, multiIf(x < 0, 'a', x = 0, 'b', 'c') AS m FROM t
SELECT x > 0 ? 'pos' : 'neg' FROM t
SELECT formatDateTime(ts, '%Y-%m') AS ym, sum(rev) FROM o GROUP BY ym
SELECT dateDiff('day', a, b) AS d, date_trunc('month', ts) m, toStartOfInterval(ts, INTERVAL 15 MINUTE) AS q FROM t
SELECT topK(5)(page) FROM v
SELECT uniqMerge(u) AS users, sumMerge(s) AS total FROM agg WHERE d >= '2024-01-01'
SELECT sumIf(amt, type = 'in') - sumIf(amt, type = 'out') AS net FROM tx
SELECT countIf(x) / count() AS share, avgOrNull(y), anyLast(z), sumMap(m) FROM t
SELECT table, sum(rows) AS r, formatReadableSize(sum(bytes_on_disk)) AS sz FROM system.parts WHERE active GROUP BY table ORDER BY sz DESC
SELECT name, type FROM system.columns WHERE table = 'hits'
SELECT number, number % 3 AS m FROM numbers(10)
SELECT toDate('2024-01-01') + number AS d FROM numbers(31)
SELECT * EXCEPT (password) FROM users
SELECT * EXCEPT(a, b) REPLACE(c + 1 AS c) FROM t
SELECT COLUMNS('^m_') APPLY(sum) FROM t
SELECT * APPLY(toString) FROM t
SELECT extract(url, 'id=(\\d+)') AS id, match(url, '^/shop/') AS shop, replaceRegexpAll(url, '[0-9]+', 'N') AS tpl FROM hits
SELECT splitByChar('/', path)[2] AS section, count() FROM hits GROUP BY section
SELECT id FROM t WHERE id IN (SELECT id FROM u) AND name ILIKE '%ann%' AND NOT has(tags, 'spam')
SELECT id FROM t WHERE (a, b) IN ((1, 2), (3, 4))
SELECT id FROM t WHERE id GLOBAL IN (SELECT id FROM dist)
SELECT count(DISTINCT user_id) FROM e WHERE ts BETWEEN '2024-01-01 00:00:00' AND '2024-01-31 23:59:59'
SELECT arrayJoin([1, 2, 3]) AS x, x * x AS sq
SELECT arrayReduce('quantile(0.9)', [1, 2, 3])
SELECT toUnixTimestamp(ts) AS u, toTypeName(x), cityHash64(id) % 10 AS bucket FROM t
SELECT IPv4NumToString(ip) AS addr, count() FROM conns GROUP BY ip ORDER BY count() DESC LIMIT 5
SELECT CAST(x AS Nullable(Decimal(18, 4))), x::Array(String), CAST(y, 'UInt8') FROM t
SELECT a FROM t UNION ALL SELECT a FROM u
SELECT a FROM t UNION DISTINCT SELECT a FROM u ORDER BY a
SELECT a FROM t INTERSECT SELECT a FROM u EXCEPT SELECT a FROM w
SELECT * FROM t ORDER BY a NULLS LAST, b DESC LIMIT 10 OFFSET 20
SELECT * FROM t LIMIT 20, 10
SELECT max(ts) AS last, dateDiff('minute', last, now()) AS lag FROM t
SELECT user_id, min(ts) AS first, max(ts) AS last, last - first AS dur FROM s GROUP BY user_id
SELECT bar(count(), 0, 1000, 20) AS b, toHour(ts) AS h FROM hits GROUP BY h ORDER BY h
SELECT neighbor(v, -1) AS p, runningDifference(v) FROM t
SELECT geoDistance(lon1, lat1, lon2, lat2) / 1000 AS km FROM trips
SELECT arrayZip(a, b) AS z, arrayEnumerate(a) AS i, arrayUniq(a) AS u, arrayDifference(a) d, arrayCompact(a) c FROM t
SELECT exponentialMovingAverage(5)(v, t) FROM s
SELECT `weird name`, "other" FROM `my table`
SELECT toString(id) || '-' || name AS k FROM t
SELECT CASE WHEN a = 1 THEN 'x' WHEN a = 2 THEN 'y' ELSE 'z' END AS lbl, count(*) FROM t GROUP BY lbl
SELECT simpleLinearRegression(x, y), corr(x, y), stddevPop(x) FROM pts
EXPLAIN SELECT * FROM t WHERE id = 1
EXPLAIN indexes = 1 SELECT * FROM t WHERE id = 1
EXPLAIN PIPELINE graph = 1 SELECT count() FROM t
SELECT s.settings, s.format FROM s
SELECT settings, format, parallel FROM cfg
SELECT a AS settings FROM cfg WHERE settings = 1
SELECT settings FROM cfg GROUP BY settings ORDER BY settings
SELECT ts, value FROM metrics WHERE metric = 'cpu' AND ts > now64() - toIntervalHour(6) ORDER BY ts
SELECT groupUniqArray(x), groupArraySorted(5)(y), groupBitAnd(z) FROM t
SELECT sumWithOverflow(x), sumKahan(y), medianExact(z) FROM t
SELECT map('a', 1, 'b', 2) AS m, m['a'], mapContains(m, 'b')
SELECT transform(x, [1, 2], ['one', 'two'], 'other') FROM t
SELECT tokens(body), ngrams(body, 3), lower(body), positionCaseInsensitive(body, 'x') FROM docs
SELECT deltaSum(v), maxMap(k, v), sequenceMatch('(?1)(?t<60)(?2)')(ts, e = 1, e = 2) FROM t
SELECT arraySort((x, y) -> y, a, b), arrayFold((acc, x) -> acc + x, a, toInt64(0)) FROM t
SELECT toYear(d) y, toISOWeek(d) w, toMonday(d) m, toYYYYMM(d) FROM t GROUP BY ALL
SELECT DATE '2024-01-01', TIMESTAMP '2024-01-01 10:00:00', INTERVAL '2' HOUR
SELECT FROM_UNIXTIME(1700000000), dateName('month', now()), monthName(today())
SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id LIMIT 10 OFFSET 5
SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id LIMIT 5, 10
SELECT arrayMap(low, high -> high - low, mins, maxs) FROM weather
