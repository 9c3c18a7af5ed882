# Reads that must be accepted, one statement per line. Lines with # are comments.
# Plain queries
SELECT 1
select id, title from books
SELECT b.title, a.name FROM dbo.books AS b INNER JOIN dbo.authors AS a ON a.id = b.author_id
SELECT [b].[title], "b"."price" FROM [library].[dbo].[books] AS [b]
SELECT * FROM books WHERE price > 10 AND stock <= 5 OR title IS NULL
SELECT DISTINCT publisher FROM books ORDER BY publisher DESC
SELECT TOP 10 title FROM books ORDER BY price DESC
SELECT TOP (5) PERCENT title FROM books
SELECT TOP (3) WITH TIES title, price FROM books ORDER BY price
SELECT TOP (1 + 2) title FROM books
SELECT title FROM books ORDER BY price OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY
SELECT title FROM books ORDER BY price OFFSET (5 * 2) ROWS FETCH FIRST 1 ROW ONLY
SELECT count(*) FROM loans;
SELECT count_big(*), sum(fine) FROM loans;;
SELECT title AS 'The title', price 'Gross' FROM books
SELECT gross = price * 1.19, title FROM books
SELECT [a]]b] FROM [odd names]
SELECT N'Käse', 'it''s', n'x' FROM books
SELECT name + ', ' + first_name FROM readers
SELECT 0x1F, $5, $1.50, 1.5e3, .5 FROM books
SELECT title FROM books WHERE title LIKE N'50!%' ESCAPE '!' AND title NOT LIKE '[a-c]%'
SELECT title FROM books WHERE price BETWEEN 5 AND 15 AND author_id NOT IN (1, 2, 3)
SELECT title FROM books b WHERE EXISTS (SELECT 1 FROM loans l WHERE l.book_id = b.id)
SELECT title FROM books WHERE price > ALL (SELECT price FROM books WHERE stock = 0)
SELECT title FROM books WHERE author_id = ANY (SELECT id FROM authors)
SELECT title FROM books WHERE stock IS DISTINCT FROM 0 AND price !< 3 AND price !> 9
SELECT CASE WHEN stock = 0 THEN 'gone' ELSE 'there' END AS state FROM books
SELECT title FROM books WHERE flags & 4 = 4 OR flags | 1 <> 3 OR flags ^ 2 = ~flags
SELECT title COLLATE Latin1_General_CI_AS FROM books ORDER BY title COLLATE Latin1_General_BIN
SELECT type, value, name, date, time, path, row, rows, offset, first, next, partition, range FROM settings
SELECT t.at, t.window, t.loop, t.nulls FROM t
SELECT * FROM #found AS f JOIN ##shared s ON s.id = f.id
(SELECT title FROM books) UNION ALL (SELECT title FROM magazines)
SELECT id FROM a UNION SELECT id FROM b EXCEPT SELECT id FROM c INTERSECT SELECT id FROM d
SELECT größe FROM bücher
SELECT 'EXEC xp_cmdshell', 'x; DROP TABLE books -- ' FROM books
SELECT title /* a /* nested */ note */ FROM books -- and a note
SELECT title⏎FROM books␍⏎WHERE price > 3
# Groups, windows
SELECT publisher, count(*), avg(price) FROM books GROUP BY publisher HAVING count(*) > 2
SELECT publisher, genre, sum(stock) FROM books GROUP BY ROLLUP (publisher, genre)
SELECT publisher, genre, sum(stock) FROM books GROUP BY CUBE (publisher, genre)
SELECT publisher, genre, sum(stock) FROM books GROUP BY publisher, genre WITH ROLLUP
SELECT publisher, grouping(publisher) FROM books GROUP BY GROUPING SETS ((publisher), ())
SELECT STRING_AGG(title, ', ') WITHIN GROUP (ORDER BY title) FROM books
SELECT title, ROW_NUMBER() OVER (PARTITION BY genre ORDER BY price DESC) AS nr FROM books
SELECT sum(stock) OVER (ORDER BY published ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM books
SELECT sum(stock) OVER (ORDER BY published RANGE UNBOUNDED PRECEDING) FROM books
SELECT LAG(price, 1, 0) OVER w FROM books WINDOW w AS (PARTITION BY genre ORDER BY published)
SELECT avg(price) OVER (w ROWS 3 PRECEDING) FROM books WINDOW w AS (ORDER BY published)
SELECT LAST_VALUE(price) IGNORE NULLS OVER (ORDER BY published) FROM books
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY price) OVER (PARTITION BY genre) FROM books
# WITH
WITH cheap AS (SELECT * FROM books WHERE price < 5) SELECT title FROM cheap
WITH cheap (t, p) AS (SELECT title, price FROM books), dear AS (SELECT title FROM books) SELECT t FROM cheap
WITH days (d) AS (SELECT CAST('2025-01-01' AS date) UNION ALL SELECT DATEADD(day, 1, d) FROM days WHERE d < '2025-02-01') SELECT d FROM days OPTION (MAXRECURSION 400)
WITH XMLNAMESPACES ('urn:shop' AS s), cheap AS (SELECT 1 AS n) SELECT n FROM cheap
# Relations
SELECT b.title, x.n FROM books b CROSS APPLY (SELECT count(*) AS n FROM loans l WHERE l.book_id = b.id) AS x
SELECT b.title, s.value FROM books b OUTER APPLY STRING_SPLIT(b.tags, ',') AS s
SELECT v.n FROM (VALUES (1, 'a'), (2, 'b')) AS v (n, s)
SELECT title FROM books WITH (NOLOCK)
SELECT title FROM books (NOLOCK), authors AS a (NOLOCK), loans l WITH (READPAST, INDEX(ix_book))
SELECT title FROM books b WITH (INDEX = ix_title) INNER HASH JOIN loans l WITH (FORCESEEK (ix_book (book_id))) ON l.book_id = b.id
SELECT title FROM books TABLESAMPLE SYSTEM (10 PERCENT) REPEATABLE (7)
SELECT title FROM books FOR SYSTEM_TIME AS OF '2025-01-01' AS b WHERE b.price > 3
SELECT title FROM books FOR SYSTEM_TIME BETWEEN '2024-01-01' AND '2025-01-01'
SELECT title, [2024], [2025] FROM sales PIVOT (SUM(amount) FOR sold_year IN ([2024], [2025])) AS p
SELECT id, part, n FROM stock UNPIVOT (n FOR part IN (front, back)) AS u
SELECT value FROM GENERATE_SERIES(1, 5)
SELECT j.* FROM orders o CROSS APPLY OPENJSON(o.doc, '$.lines') WITH (sku nvarchar(40) '$.sku', n decimal(10, 2), rest nvarchar(max) AS JSON) AS j
SELECT [key], value, type FROM OPENJSON('{"a": 1}')
SELECT name FROM sys.tables WHERE schema_id = SCHEMA_ID('dbo')
SELECT column_name FROM INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'books'
SELECT x.c.value('(./@id)[1]', 'int') FROM docs d CROSS APPLY d.body.nodes('/list/item') AS x (c)
SELECT body.query('/a/b'), body.exist('/a') FROM docs
SELECT node.GetLevel(), node.ToString() FROM tree WHERE node.IsDescendantOf(hierarchyid::Parse('/1/')) = 1
SELECT geography::Point(52.5, 13.4, 4326).STDistance(place) FROM shops
# Functions
SELECT CONVERT(varchar(10), sold_at, 120), TRY_CONVERT(decimal(10, 2), price_text) FROM sales
SELECT CAST(price AS nvarchar(max)), TRY_CAST(a AS float), PARSE('1,5' AS decimal(5, 2) USING 'de-DE') FROM sales
SELECT sold_at AT TIME ZONE 'UTC' AT TIME ZONE 'Central European Standard Time' FROM sales
SELECT DATEDIFF(day, a, b), DATEPART(weekday, a), EOMONTH(a), DATETRUNC(month, a), GETDATE() FROM spans
SELECT IIF(a > b AND c IS NULL, 1, 0), CHOOSE(2, 'a', 'b'), COALESCE(a, b), NULLIF(a, 0) FROM t
SELECT LEFT(title, 3), RIGHT(title, 2), TRIM('.' FROM title), TRIM(LEADING '0' FROM code) FROM books
SELECT JSON_OBJECT('id':id, 'title':title NULL ON NULL), JSON_ARRAY(1, price ABSENT ON NULL) FROM books
SELECT CURRENT_TIMESTAMP, CURRENT_USER, SYSTEM_USER
SELECT title FROM books WHERE CONTAINS(title, 'stone') AND FREETEXT((title, blurb), 'old stones')
SELECT HASHBYTES('SHA2_256', title), CHECKSUM(title), NEWID() FROM books
SELECT CAST((SELECT count(*) FROM loans) AS decimal(9, 2)) / 7
# Output forms and query hints
SELECT id, title FROM books FOR JSON PATH, ROOT('books'), INCLUDE_NULL_VALUES
SELECT id, (SELECT l.id FROM loans l WHERE l.book_id = b.id FOR JSON AUTO) AS loans FROM books b
SELECT id FROM books FOR XML RAW('book'), TYPE, ROOT('books'), ELEMENTS XSINIL
SELECT STUFF((SELECT ', ' + name FROM readers FOR XML PATH('')), 1, 2, '')
SELECT title FROM books OPTION (RECOMPILE, MAXDOP 2, HASH JOIN, OPTIMIZE FOR UNKNOWN)
SELECT title FROM books OPTION (USE HINT('FORCE_LEGACY_CARDINALITY_ESTIMATION', 'ENABLE_QUERY_OPTIMIZER_HOTFIXES'))
