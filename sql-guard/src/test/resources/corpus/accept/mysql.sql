# Reads that must be accepted, one statement per line. Lines with # and a blank are comments.
# Plain queries
SELECT 1
select id, name from breads
SELECT b.name, k.name FROM breads b JOIN bakers k ON k.id = b.baker_id
SELECT * FROM breads WHERE price > 3 AND stock <= 5 OR note IS NULL;
SELECT DISTINCT baker_id FROM breads ORDER BY baker_id DESC
SELECT DISTINCTROW baker_id FROM breads
SELECT ALL name FROM breads
SELECT name FROM breads ORDER BY price LIMIT 10
SELECT name FROM breads ORDER BY price LIMIT 20, 10
SELECT name FROM breads ORDER BY price LIMIT 10 OFFSET 20
SELECT name FROM breads ORDER BY price OFFSET 2 ROWS FETCH FIRST 3 ROWS ONLY
SELECT name FROM breads ORDER BY price FETCH NEXT 1 ROW WITH TIES
SELECT bakery.breads.name FROM bakery.breads
SELECT `name`, `b 1`.`order` FROM `breads` AS `b 1`
SELECT name AS 'Name of bread', price "Price" FROM breads
SELECT name total FROM breads
SELECT price * 1.19 AS gross, -price, +price, - -price, !stock, ~stock FROM breads
SELECT 7 DIV 2, 7 MOD 2, 7 % 2, MOD(7, 2), 7 MOD (1 + 1)
SELECT 1 XOR 0, 1 && 0, 1 || 0, NOT 1, 5 & 3, 5 | 3, 5 ^ 3, 1 << 4, 256 >> 2
SELECT name FROM breads WHERE price <=> NULL OR stock <> 3 AND stock != 4
SELECT name FROM breads WHERE name LIKE 'rye%' AND name NOT LIKE '%\_old' ESCAPE '\\'
SELECT name FROM breads WHERE name REGEXP '^r' OR name RLIKE 'e$' OR name NOT REGEXP 'x'
SELECT name FROM breads WHERE name SOUNDS LIKE 'ry'
SELECT name FROM breads WHERE price BETWEEN 2 AND 4 AND stock NOT BETWEEN 1 AND 3
SELECT name FROM breads WHERE baker_id IN (1, 2) AND id NOT IN (SELECT bread_id FROM orders)
SELECT name FROM breads b WHERE EXISTS (SELECT 1 FROM orders o WHERE o.bread_id = b.id)
SELECT name FROM breads WHERE price > ALL (SELECT price FROM breads WHERE stock = 0)
SELECT name FROM breads WHERE price = ANY (SELECT price FROM breads) OR stock < SOME (SELECT 1)
SELECT name FROM breads WHERE stock IS NOT TRUE AND price IS NOT UNKNOWN OR stock IS FALSE
SELECT name FROM breads WHERE (baker_id, price) = (1, 2) OR ROW(baker_id, price) IN ((1, 2), (2, 3))
SELECT CASE WHEN stock = 0 THEN 'gone' ELSE 'there' END AS state, CASE stock WHEN 1 THEN 'last' END FROM breads
SELECT (SELECT MAX(price) FROM breads) - price FROM breads
SELECT 1 FROM DUAL
SELECT 1 FROM DUAL WHERE 1 = 1 LIMIT 1
SELECT BINARY name = 'Rye', name COLLATE utf8mb4_bin = 'rye', name COLLATE 'utf8mb4_bin' FROM breads
SELECT name COLLATE binary = 'x' FROM breads
SELECT größe, `preis €` FROM brötchen
# Lexical matters
SELECT 'it''s', 'it\'s', "it's", "say ""hi""", 'a\\', "a\"b"
SELECT 'a' 'b' "c" AS abc
SELECT 5--1, 5 - -1, 5 --
SELECT 1 -- a note
SELECT 1 # a note
SELECT 1 # a note⏎ + 1
SELECT 1 -- a note⏎ + 1
SELECT /* a note; with 'quotes */ 1
SELECT 1 /* /* not nested */
SELECT x'4142', X'41', b'101', 0x41, 0b01, N'text', n'text'
SELECT _utf8mb4'text', _latin1 'text', _utf8mb4 x'41', _binary 0x41
SELECT 1.5, .5, 2., 1e3, 1.5E-3, 0x1f
SELECT 1st FROM places
SELECT p.1st, p.2, p.3e4 FROM places p
SELECT `1st` FROM `2nd`
SELECT a$b FROM t1
SELECT `a``b`, `select` FROM `group`
SELECT DATE '2026-01-31', TIME '10:00:00', TIMESTAMP '2026-01-31 10:00:00', DATE'2026-01-31'
SELECT {d '2026-01-31'}, {t '10:00:00'}, {ts '2026-01-31 10:00:00'}, {fn NOW()}
SELECT * FROM {oj breads b LEFT OUTER JOIN orders o ON o.bread_id = b.id}
SELECT b.order, b.from, b.interval FROM breads b
SELECT 'SELECT; -- DROP TABLE', "/*!50000 x */"
SELECT date, time, year, day, status, offset, value, text, type, rank, `system` FROM diary
# Functions
SELECT CONCAT('a', name), LOWER(name), UPPER(name), LEFT(name, 2), RIGHT(name, 2), REPEAT('x', 3) FROM breads
SELECT REPLACE(name, 'a', 'b'), UPPER(REPLACE(name, 'a', 'b')), INSERT(name, 1, 2, 'x'), LOWER(INSERT('a', 1, 1, 'b')) FROM breads
SELECT SUBSTRING(name, 2), SUBSTRING(name FROM 2), SUBSTRING(name FROM 2 FOR 3), MID(name, 1, 2) FROM breads
SELECT TRIM(name), TRIM(LEADING 'x' FROM name), TRIM(BOTH FROM name), TRIM('x' FROM name) FROM breads
SELECT POSITION('a' IN name), LOCATE('a', name), CHAR(65, 66 USING utf8mb4), CHAR(65) FROM breads
SELECT IF(stock > 0, 'yes', 'no'), IFNULL(note, ''), NULLIF(stock, 0), COALESCE(note, name, 'x') FROM breads
SELECT CAST(price AS SIGNED), CAST(price AS UNSIGNED INTEGER), CAST(name AS CHAR(10) CHARACTER SET utf8mb4), CAST('1' AS DECIMAL(10, 2)) FROM breads
SELECT CAST(baked AS DATETIME(6)), CAST(name AS BINARY), CAST('[1]' AS JSON), CAST(name AS CHAR CHARSET latin1) FROM breads
SELECT CONVERT(name USING utf8mb4), CONVERT(price, CHAR(10)), CONVERT(price, DECIMAL(10, 2)), CONVERT(price, SIGNED) FROM breads
SELECT `concat`('a', `lower`(name)) FROM breads
SELECT concat ('a', name), count (*) FROM breads
SELECT MD5(name), SHA1(name), SHA2(name, 256), CRC32(name), HEX(name), UNHEX('41'), TO_BASE64(name) FROM breads
SELECT FORMAT(price, 2), ROUND(price, 1), TRUNCATE(price, 1), FLOOR(price), CEIL(price), POW(2, 3), RAND() FROM breads
SELECT VERSION(), DATABASE(), SCHEMA(), USER(), CURRENT_USER(), CURRENT_USER, CONNECTION_ID(), LAST_INSERT_ID()
SELECT INET_ATON('10.0.0.1'), INET6_NTOA(x'00'), UUID(), IS_UUID('x')
SELECT INTERVAL(5, 1, 10), FIELD('a', 'b'), ELT(1, 'a'), FIND_IN_SET('a', 'a,b'), MAKE_SET(1, 'a')
SELECT REGEXP_REPLACE(name, '[aeiou]', ''), REGEXP_SUBSTR(name, 'a+'), REGEXP_INSTR(name, 'a') FROM breads
SELECT ST_Distance(POINT(0, 1), ST_GeomFromText('POINT(1 1)')), ST_AsText(place) FROM shops
# Dates
SELECT NOW(), NOW(6), CURDATE(), CURRENT_DATE, CURRENT_TIMESTAMP(3), UTC_DATE, UTC_TIMESTAMP(), SYSDATE()
SELECT DATE_ADD(baked, INTERVAL 1 DAY), DATE_SUB(baked, INTERVAL '1:30' HOUR_MINUTE) FROM breads
SELECT baked + INTERVAL 1 DAY, baked - INTERVAL stock + 1 HOUR, INTERVAL 1 DAY + baked FROM breads
SELECT baked + INTERVAL (SELECT 1) DAY + INTERVAL -1 WEEK, baked + INTERVAL day DAY * 1 FROM breads
SELECT ADDDATE(baked, 3), ADDDATE(baked, INTERVAL 3 MONTH), TIMESTAMPADD(MINUTE, 5, baked), TIMESTAMPDIFF(DAY, baked, NOW()) FROM breads
SELECT EXTRACT(YEAR FROM baked), EXTRACT(DAY_HOUR FROM baked), YEAR(baked), DAYOFWEEK(baked), DATEDIFF(NOW(), baked) FROM breads
SELECT DATE_FORMAT(baked, '%Y-%m'), STR_TO_DATE('2026', '%Y'), UNIX_TIMESTAMP(baked), FROM_UNIXTIME(0), GET_FORMAT(DATE, 'USA') FROM breads
SELECT name FROM breads WHERE baked >= NOW() - INTERVAL 7 DAY AND baked < CURDATE()
# Aggregates and groups
SELECT baker_id, COUNT(*), AVG(price) FROM breads GROUP BY baker_id HAVING COUNT(*) > 2
SELECT COUNT(DISTINCT baker_id, price), COUNT(ALL price), SUM(DISTINCT price), BIT_OR(stock), STDDEV_SAMP(price) FROM breads
SELECT GROUP_CONCAT(name), GROUP_CONCAT(DISTINCT name, price ORDER BY price DESC, name SEPARATOR '; ') FROM breads
SELECT GROUP_CONCAT(name ORDER BY price LIMIT 3), GROUP_CONCAT(name SEPARATOR '\n') FROM breads
SELECT baker_id, SUM(stock) FROM breads GROUP BY baker_id WITH ROLLUP
SELECT baker_id, price, SUM(stock) FROM breads GROUP BY baker_id, price WITH ROLLUP HAVING SUM(stock) > 1 ORDER BY baker_id LIMIT 3
SELECT baker_id, ANY_VALUE(name), GROUPING(baker_id) FROM breads GROUP BY baker_id WITH ROLLUP
SELECT baker_id FROM breads GROUP BY baker_id DESC, price ASC
SELECT YEAR(baked) AS y, COUNT(*) FROM breads GROUP BY y ORDER BY 2 DESC
# Windows
SELECT name, RANK() OVER (PARTITION BY baker_id ORDER BY price DESC) FROM breads
SELECT name, SUM(stock) OVER (ORDER BY baked ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM breads
SELECT name, SUM(stock) OVER (ORDER BY baked RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND UNBOUNDED FOLLOWING) FROM breads
SELECT name, LAG(price, 1) OVER w, LEAD(price) OVER w FROM breads WINDOW w AS (ORDER BY baked)
SELECT name, SUM(price) OVER (w ORDER BY baked), COUNT(*) OVER (v) FROM breads WINDOW w AS (PARTITION BY baker_id), v AS (w ORDER BY price)
SELECT FIRST_VALUE(name) RESPECT NULLS OVER (ORDER BY price), NTH_VALUE(name, 2) FROM FIRST OVER (ORDER BY price) FROM breads
SELECT NTILE(4) OVER (ORDER BY price), ROW_NUMBER() OVER (), SUM(price) OVER (ROWS UNBOUNDED PRECEDING) FROM breads
SELECT MEDIAN(price) OVER (PARTITION BY baker_id), PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY price) OVER (PARTITION BY baker_id) FROM breads
# Joins and FROM
SELECT * FROM breads NATURAL JOIN prices
SELECT * FROM breads NATURAL LEFT JOIN prices
SELECT * FROM breads LEFT OUTER JOIN orders USING (bread_id, day)
SELECT * FROM breads b LEFT JOIN (orders o INNER JOIN buyers u ON u.id = o.buyer_id) ON o.bread_id = b.id
SELECT * FROM breads b LEFT JOIN orders o LEFT JOIN buyers u ON u.id = o.buyer_id ON o.bread_id = b.id
SELECT * FROM breads RIGHT JOIN orders ON orders.bread_id = breads.id CROSS JOIN bakers
SELECT * FROM breads, orders WHERE breads.id = orders.bread_id
SELECT * FROM (breads, bakers) LEFT JOIN orders ON orders.bread_id = breads.id
SELECT * FROM breads b STRAIGHT_JOIN orders o ON o.bread_id = b.id
SELECT STRAIGHT_JOIN b.name FROM breads b, orders o
SELECT SQL_NO_CACHE SQL_SMALL_RESULT DISTINCT name FROM breads
SELECT SQL_CALC_FOUND_ROWS SQL_BIG_RESULT SQL_BUFFER_RESULT name FROM breads
SELECT * FROM breads USE INDEX (by_name, by_price) WHERE id = 1
SELECT * FROM breads b FORCE INDEX FOR ORDER BY (PRIMARY) IGNORE KEY FOR JOIN (by_name) ORDER BY b.id
SELECT * FROM breads USE INDEX () JOIN orders o IGNORE INDEX (x) ON o.bread_id = breads.id
SELECT * FROM orders PARTITION (p0, p1) o WHERE o.id = 3
SELECT * FROM (SELECT id FROM breads) AS b JOIN (SELECT 1 AS id) c ON c.id = b.id
SELECT * FROM (SELECT id, name FROM breads) AS b (bread, title)
SELECT * FROM breads b, LATERAL (SELECT * FROM orders o WHERE o.bread_id = b.id LIMIT 3) recent
SELECT * FROM breads b LEFT JOIN LATERAL (SELECT MAX(id) AS top FROM orders o WHERE o.bread_id = b.id) x ON TRUE
SELECT * FROM prices FOR SYSTEM_TIME AS OF TIMESTAMP '2026-01-01' p WHERE p.id = 1
SELECT * FROM prices FOR SYSTEM_TIME AS OF NOW() - INTERVAL 1 DAY
SELECT * FROM prices FOR SYSTEM_TIME BETWEEN '2026-01-01' AND (NOW())
SELECT * FROM shop.prices FOR SYSTEM_TIME FROM '2026-01-01' TO '2026-02-01' AS p JOIN breads FOR SYSTEM_TIME ALL
# JSON
SELECT recipe -> '$.flour', recipe ->> '$.flour.type' FROM breads
SELECT JSON_EXTRACT(recipe, '$.flour'), JSON_OBJECT('a', name), JSON_ARRAY(1, 2), JSON_KEYS(recipe) FROM breads
SELECT JSON_ARRAYAGG(name), JSON_OBJECTAGG(id, name) FROM breads
SELECT JSON_VALUE(recipe, '$.flour'), JSON_VALUE(recipe, '$.n' RETURNING DECIMAL(4, 2) DEFAULT 0 ON EMPTY ERROR ON ERROR), JSON_VALUE(recipe, '$.x' NULL ON ERROR) FROM breads
SELECT name FROM breads WHERE 'rye' MEMBER OF (recipe -> '$.grains') OR JSON_CONTAINS(recipe, '1', '$.a')
SELECT j.* FROM breads b, JSON_TABLE(b.recipe, '$.steps[*]' COLUMNS (nr FOR ORDINALITY, what VARCHAR(100) PATH '$.what' DEFAULT '-' ON EMPTY NULL ON ERROR, NESTED PATH '$.parts[*]' COLUMNS (part TEXT PATH '$'))) AS j
# Search
SELECT name FROM breads WHERE MATCH (name, note) AGAINST ('rye' IN BOOLEAN MODE)
SELECT name, MATCH (name) AGAINST ('rye' IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION) > 0.5 FROM breads
SELECT name FROM breads ORDER BY MATCH (name) AGAINST (CONCAT('r', 'ye') WITH QUERY EXPANSION) DESC
# Set operations, WITH, VALUES, TABLE
SELECT id FROM breads UNION ALL SELECT id FROM orders ORDER BY id LIMIT 5
(SELECT id FROM breads ORDER BY id LIMIT 1) UNION DISTINCT (SELECT id FROM orders) LIMIT 3
SELECT id FROM breads INTERSECT SELECT bread_id FROM orders EXCEPT ALL SELECT 7
WITH cheap AS (SELECT * FROM breads WHERE price < 2), few (bread, n) AS (SELECT id, stock FROM cheap) SELECT * FROM few
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT SUM(i) FROM n
WITH a AS (SELECT 1 AS x) (SELECT x FROM a UNION SELECT 2) ORDER BY x LIMIT 1
VALUES ROW(1, 'a'), ROW(2, 'b') ORDER BY column_0 LIMIT 1
VALUES (1, 'a'), (2, 'b')
SELECT * FROM (VALUES ROW(1, 2), ROW(3, 4)) AS v (a, b)
TABLE breads
TABLE breads ORDER BY price LIMIT 5 OFFSET 1
SELECT id FROM breads UNION TABLE bread_ids
SELECT * FROM breads WHERE id IN (TABLE bread_ids)
# EXPLAIN and the information schema
EXPLAIN SELECT * FROM breads WHERE id = 1
EXPLAIN FORMAT = JSON SELECT * FROM breads
EXPLAIN FORMAT=TREE WITH a AS (SELECT 1) SELECT * FROM a
EXPLAIN EXTENDED SELECT 1
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
SELECT * FROM INFORMATION_SCHEMA.TABLES t JOIN `information_schema`.`STATISTICS` s USING (table_name)
# Words of other statements as names and texts
SELECT created, updated_at, deleted, `delete`, b.update, 'drop table' FROM breads b
SELECT name FROM breads WHERE note = 'INTO OUTFILE' AND `into` = 1
