ok SELECT EXTRACT(year FROM created_at) FROM orders
ok SELECT NAME FROM Customers WHERE "NAME" = 'x'
ok SELECT total * 2 AS twice, twice + 1 AS more FROM orders WHERE twice > 3
ok SELECT status, count(*) AS n FROM orders GROUP BY ALL HAVING n > 3 ORDER BY ALL
ok SELECT details.a.b, products.details.a FROM products
ok SELECT list_transform([1, 2], x -> x + 1) FROM orders
ok SELECT * EXCLUDE (total) FROM orders
ok FROM orders SELECT id
ok SELECT o FROM orders o
ok SELECT x.i FROM range(3) AS x(i)
ok SELECT range FROM range(3)
ok SELECT date_part('year', created_at), date_diff('day', created_at, now()) FROM orders
ok SELECT id FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY id) = 1
total_amount SELECT total_amount FROM orders
ordrs SELECT id FROM ordrs
ok SELECT [x * 2 FOR x IN [1, 2]] FROM orders
ok SELECT p.open FROM (PIVOT orders ON status IN ('open', 'paid') USING sum(total)) p
ok SELECT COLUMNS(c -> c LIKE 'to%') FROM orders
ok WITH unused AS (SELECT ghost FROM orders) SELECT 1 FROM orders
ok SELECT table_name FROM information_schema.tables
