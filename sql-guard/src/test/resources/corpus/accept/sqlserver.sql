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
SELECT TOP (10) WITH TIES c.CustomerID, c.Name, SUM(o.Total) AS Spend FROM dbo.Customers AS c INNER JOIN dbo.Orders AS o ON o.CustomerID = c.CustomerID WHERE o.OrderDate >= DATEADD(MONTH, -3, CAST(GETDATE() AS date)) GROUP BY c.CustomerID, c.Name ORDER BY Spend DESC;
WITH monthly AS (SELECT DATEFROMPARTS(YEAR(o.OrderDate), MONTH(o.OrderDate), 1) AS MonthStart, SUM(o.Total) AS Revenue FROM dbo.Orders o GROUP BY DATEFROMPARTS(YEAR(o.OrderDate), MONTH(o.OrderDate), 1)) SELECT MonthStart, Revenue, LAG(Revenue) OVER (ORDER BY MonthStart) AS Prev, (Revenue - LAG(Revenue) OVER (ORDER BY MonthStart)) * 100.0 / NULLIF(LAG(Revenue) OVER (ORDER BY MonthStart), 0) AS Pct FROM monthly ORDER BY MonthStart
SELECT FORMAT(o.OrderDate, 'yyyy-MM') AS ym, COUNT(DISTINCT o.CustomerID) AS buyers FROM Sales.Orders o WITH (NOLOCK) GROUP BY FORMAT(o.OrderDate, 'yyyy-MM') HAVING COUNT(*) > 5
SELECT * FROM (SELECT Region, Quarter, Amount FROM dbo.Sales) AS s PIVOT (SUM(Amount) FOR Quarter IN ([Q1], [Q2], [Q3], [Q4])) AS p ORDER BY Region
SELECT Product, Attr, Val FROM dbo.Specs UNPIVOT (Val FOR Attr IN (Height, Width, Depth)) AS u
SELECT d.Name, STRING_AGG(CAST(e.LastName AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY e.LastName) AS Staff FROM hr.Departments d LEFT JOIN hr.Employees e ON e.DeptId = d.Id GROUP BY d.Name
SELECT t.Id, STUFF((SELECT ', ' + g.Tag FROM dbo.Tags g WHERE g.TicketId = t.Id ORDER BY g.Tag FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)'), 1, 2, '') AS Tags FROM dbo.Tickets t
SELECT a.Id, x.ItemName, x.Qty FROM dbo.Baskets a CROSS APPLY OPENJSON(a.Payload, '$.items') WITH (ItemName nvarchar(100) '$.name', Qty int '$.qty', Raw nvarchar(max) '$.raw' AS JSON) AS x
SELECT JSON_VALUE(Payload, '$.customer.email') AS Email, JSON_QUERY(Payload, '$.lines') AS Lines FROM dbo.Events WHERE ISJSON(Payload) = 1
SELECT o.Id, last3.Total FROM dbo.Customers o OUTER APPLY (SELECT TOP 3 i.Total FROM dbo.Invoices i WHERE i.CustId = o.Id ORDER BY i.Issued DESC) last3
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n OPTION (MAXRECURSION 200)
SELECT CASE WHEN Age < 18 THEN 'minor' WHEN Age BETWEEN 18 AND 64 THEN 'adult' ELSE 'senior' END AS Band, COUNT(*) AS Cnt FROM people GROUP BY CASE WHEN Age < 18 THEN 'minor' WHEN Age BETWEEN 18 AND 64 THEN 'adult' ELSE 'senior' END
SELECT CustomerID, NTILE(4) OVER (ORDER BY Spend DESC) AS Quartile, PERCENT_RANK() OVER (ORDER BY Spend) AS pr FROM (SELECT CustomerID, SUM(Amount) Spend FROM Payments GROUP BY CustomerID) x
SELECT DISTINCT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY Salary) OVER (PARTITION BY Dept) AS Med, Dept FROM Employees
SELECT Region, Product, SUM(Qty) FROM Sales GROUP BY GROUPING SETS ((Region, Product), (Region), ())
SELECT COALESCE(Region, 'All') AS Region, SUM(Qty) AS q FROM Sales GROUP BY ROLLUP (Region, Product)
SELECT Region, SUM(Qty) FROM Sales GROUP BY Region WITH ROLLUP
SELECT * FROM Orders ORDER BY OrderDate DESC OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY
SELECT IIF(Stock > 0, 'in', 'out') AS st, CHOOSE(Lvl, 'a', 'b', 'c') AS l FROM Items
SELECT TRY_CONVERT(int, Code) AS c, TRY_CAST(Txt AS decimal(10,2)) AS d, CONVERT(varchar(10), Created, 120) AS day FROM Imports WHERE TRY_CONVERT(date, Txt, 103) IS NOT NULL
SELECT Created AT TIME ZONE 'UTC' AT TIME ZONE 'Central European Standard Time' AS Loc FROM Logs
SELECT DATEDIFF(day, MIN(o.OrderDate), MAX(o.OrderDate)) AS span, EOMONTH(MAX(o.OrderDate)) AS eom FROM Orders o
SELECT DATENAME(weekday, OrderDate) AS d, DATEPART(hour, OrderDate) AS h, COUNT(*) FROM Orders GROUP BY DATENAME(weekday, OrderDate), DATEPART(hour, OrderDate)
SELECT [Order Details].[Unit Price] * [Order Details].Quantity AS [Line Total] FROM [Order Details]
SELECT "First Name" FROM "dbo"."People" WHERE "Last Name" LIKE N'Mü%'
SELECT e.Name, m.Name AS Boss FROM Emp e LEFT OUTER JOIN Emp m ON m.Id = e.BossId WHERE m.Id IS NULL OR e.Salary > m.Salary
SELECT Id FROM A EXCEPT SELECT Id FROM B
SELECT Id FROM A INTERSECT SELECT Id FROM B ORDER BY Id
SELECT COUNT_BIG(*) AS n, AVG(1.0 * Rating) AS r, STDEV(Rating) AS sd, VAR(Rating) v FROM Reviews
SELECT SUM(Amount) OVER (PARTITION BY Acc ORDER BY Dt ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS Running FROM Ledger
SELECT AVG(Amount) OVER (ORDER BY Dt ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS ma7 FROM Daily
SELECT FIRST_VALUE(Price) OVER (PARTITION BY Sym ORDER BY Ts) AS o, LAST_VALUE(Price) OVER (PARTITION BY Sym ORDER BY Ts ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c FROM Ticks
SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'Orders' ORDER BY ORDINAL_POSITION
SELECT t.name AS TableName, c.name AS ColumnName, ty.name AS TypeName FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id JOIN sys.types ty ON ty.user_type_id = c.user_type_id
SELECT s.name, t.name, SUM(p.rows) AS RowCnt FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id JOIN sys.partitions p ON p.object_id = t.object_id AND p.index_id IN (0, 1) GROUP BY s.name, t.name
SELECT OBJECT_NAME(ps.object_id) AS t, SUM(ps.row_count) AS r FROM sys.dm_db_partition_stats ps WHERE ps.index_id < 2 GROUP BY ps.object_id
SELECT value, COUNT(*) FROM Posts CROSS APPLY STRING_SPLIT(Posts.Tags, ',') GROUP BY value
SELECT ss.value, ss.ordinal FROM Posts p CROSS APPLY STRING_SPLIT(p.Tags, ',', 1) ss WHERE ss.ordinal = 1
SELECT x.n, x.label FROM (VALUES (1, 'one'), (2, 'two')) AS x(n, label)
SELECT CONCAT(FirstName, ' ', LastName) AS FullName, LEN(LastName) l, UPPER(LEFT(LastName, 1)) AS ini, CHARINDEX('@', Email) AS at_pos FROM People
SELECT SUBSTRING(Email, CHARINDEX('@', Email) + 1, LEN(Email)) AS domain, COUNT(*) c FROM Users GROUP BY SUBSTRING(Email, CHARINDEX('@', Email) + 1, LEN(Email)) ORDER BY c DESC
SELECT * FROM Employees WHERE EXISTS (SELECT 1 FROM Leaves l WHERE l.EmpId = Employees.Id AND l.Start <= SYSDATETIME())
SELECT * FROM Emp WHERE Salary > ALL (SELECT Salary FROM Emp WHERE Dept = 3)
SELECT ROW_NUMBER() OVER (PARTITION BY Email ORDER BY Created DESC) AS rn, * FROM Users
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY Email ORDER BY Created DESC) AS rn FROM Users) q WHERE rn = 1
SELECT ISNULL(SUM(Amount), 0) AS Total FROM Payments WHERE PaidOn >= '20240101' AND PaidOn < '20250101'
SELECT o.Id, o.[Status], DATEDIFF_BIG(second, o.Created, o.Closed) / 3600.0 AS hours FROM Orders AS o WHERE o.[Status] NOT IN (N'Cancelled', N'Draft')
SELECT Dept, [Jan] = SUM(CASE WHEN MONTH(Dt) = 1 THEN Amt END), [Feb] = SUM(CASE WHEN MONTH(Dt) = 2 THEN Amt END) FROM Costs GROUP BY Dept
SELECT TOP 5 PERCENT * FROM Scores ORDER BY Score DESC
SELECT TOP 100 name, type_desc, create_date FROM sys.objects WHERE type IN ('U', 'V') ORDER BY name
SELECT p.Name, i.Price FROM dbo.Products FOR SYSTEM_TIME AS OF '2024-01-01' AS p JOIN dbo.Prices i ON i.Pid = p.Id
SELECT GREATEST(a, b, c) AS mx, LEAST(a, b, c) mn FROM Triples
SELECT DATETRUNC(month, OrderDate) AS m, APPROX_COUNT_DISTINCT(CustomerID) FROM Orders GROUP BY DATETRUNC(month, OrderDate)
SELECT DATE_BUCKET(week, 1, Ts) AS wk, SUM(v) FROM Metrics GROUP BY DATE_BUCKET(week, 1, Ts)
SELECT value AS day_no, DATEADD(day, value, '2024-01-01') AS d FROM GENERATE_SERIES(0, 30)
SELECT SUM(Amt) OVER w AS s, AVG(Amt) OVER w AS a FROM Led WINDOW w AS (PARTITION BY Acc ORDER BY Dt)
SELECT a.Id FROM A a WHERE a.x IS NOT DISTINCT FROM a.y
SELECT x.c.value('(./name)[1]', 'varchar(50)') AS nm FROM dbo.Docs d CROSS APPLY d.Body.nodes('/root/item') AS x(c)
SELECT Doc.value('(/order/@id)[1]', 'int') AS oid, Doc.exist('/order/line') AS has FROM Docs WHERE Doc.exist('/order[@id="3"]') = 1
SELECT Shop.STDistance(geography::Point(52.5, 13.4, 4326)) / 1000 AS km FROM Shops WHERE Shop.STDistance(geography::Point(52.5, 13.4, 4326)) < 5000
SELECT Node.ToString() AS path, Node.GetLevel() lvl FROM Org WHERE Node.IsDescendantOf(hierarchyid::Parse('/1/')) = 1
SELECT o.Id, o.Total FROM dbo.Orders o FOR JSON PATH, ROOT('orders')
SELECT * FROM Warehouse.reporting.FactSales f INNER HASH JOIN dim.Dates d ON d.Id = f.DateId OPTION (RECOMPILE, MAXDOP 2)
SELECT Grp, COUNT(*) FROM (SELECT CASE WHEN x % 2 = 0 THEN 'even' ELSE 'odd' END Grp FROM nums) z GROUP BY Grp
SELECT YEAR(d) AS [Year], MONTH(d) AS [Month], SUM(amt) AS total FROM t GROUP BY YEAR(d), MONTH(d) ORDER BY [Year], [Month]
SELECT c.Name, ISNULL(x.cnt, 0) AS cnt FROM cats c LEFT JOIN (SELECT CatId, COUNT(*) cnt FROM prods GROUP BY CatId) x ON x.CatId = c.Id
SELECT o.CustomerID, MAX(CASE WHEN rn = 1 THEN Product END) AS p1, MAX(CASE WHEN rn = 2 THEN Product END) AS p2 FROM (SELECT CustomerID, Product, ROW_NUMBER() OVER (PARTITION BY CustomerID ORDER BY Cnt DESC) rn FROM pc) o GROUP BY o.CustomerID
WITH a AS (SELECT 1 AS x), b AS (SELECT x * 2 AS y FROM a) SELECT * FROM a CROSS JOIN b
SELECT * FROM t WHERE CONTAINS(Body, '"quick" NEAR "fox"')
SELECT k.[KEY], k.[RANK] FROM docs d WHERE FREETEXT(d.Body, 'slow wolf')
SELECT N'Größe' AS [Label], 0xFF AS b, $12.50 AS price, 1e3 AS f
SELECT CAST(SUM(CASE WHEN Returned = 1 THEN 1 ELSE 0 END) AS float) / COUNT(*) AS rate FROM Orders
SELECT COUNT(*) FROM Orders WHERE CAST(OrderDate AS date) = CAST(GETDATE() AS date)
SELECT REPLACE(TRANSLATE(Phone, '()- ', '    '), ' ', '') AS digits FROM Contacts
SELECT a.[date], b.[user] FROM [log] a JOIN [user] b ON b.id = a.uid
SELECT PATINDEX('%[0-9]%', Code) p, REVERSE(Code) r, REPLICATE('0', 5 - LEN(Code)) + Code z FROM Codes
SELECT TOP (1) PERCENT Id FROM t ORDER BY NEWID()
SELECT * FROM t TABLESAMPLE (5 PERCENT)
SELECT CHECKSUM_AGG(CHECKSUM(*)) FROM t
SELECT HASHBYTES('SHA2_256', Email) FROM Users
SELECT Name FROM People WHERE Name COLLATE Latin1_General_CI_AI = 'jose'
SELECT JSON_OBJECT('id': Id, 'name': Name) AS doc FROM Items
SELECT JSON_ARRAYAGG(Name ORDER BY Name) FROM Items
SELECT Id, Total, SUM(Total) OVER () AS g, Total * 100.0 / SUM(Total) OVER () AS share FROM Orders
SELECT (SELECT COUNT(*) FROM a) AS a_cnt, (SELECT COUNT(*) FROM b) AS b_cnt
SELECT o.name FROM sys.objects AS o WHERE OBJECTPROPERTY(o.object_id, 'IsUserTable') = 1
SELECT ORIGINAL_LOGIN(), USER_NAME(), CURRENT_TIMESTAMP, GETUTCDATE()
SELECT Id FROM A UNION ALL SELECT Id FROM B ORDER BY Id OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY
SELECT Id FROM A UNION SELECT Id FROM B ORDER BY Id OFFSET 5 ROWS
SELECT a FROM t UNION ALL SELECT b FROM u OPTION (RECOMPILE)
