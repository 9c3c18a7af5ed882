ok SELECT rowid, oid, _rowid_ FROM orders
ok SELECT NAME, "Name", [name], `name` FROM CUSTOMERS
ok SELECT name FROM customers WHERE name = "anybody"
ok SELECT total * 2 AS twice FROM orders WHERE twice > 3
ok SELECT status, count(*) AS n FROM orders GROUP BY status HAVING n > 3
ok SELECT name FROM sqlite_master
ok SELECT j.value FROM products, json_each(products.details) AS j
ok SELECT value FROM products, json_each(details)
ok SELECT json_each.value FROM json_each('[1]')
ok SELECT main.orders.id FROM main.orders
ok SELECT auditlog.USERID FROM auditlog
ok SELECT id FROM orders JOIN order_items USING (id)
ok SELECT id FROM orders WHERE (id, status) IN regions
ok SELECT status AS s FROM orders GROUP BY s ORDER BY s || 'x'
ok SELECT c.name FROM customers c WHERE 3 < (SELECT count(*) FROM orders WHERE customer_id = c.id GROUP BY status)
nam SELECT nam FROM customers WHERE name = "anybody"
`nam` SELECT `nam` FROM customers
c.region SELECT name FROM customers c WHERE 3 < (SELECT count(*) FROM orders GROUP BY c.region)
budget SELECT id FROM customers WHERE id = (SELECT customer_id FROM orders ORDER BY budget LIMIT 1)
name SELECT c.name FROM customers c JOIN products p ON p.id = c.id ORDER BY name
orders.id SELECT orders.id FROM orders JOIN orders ON 1 = 1
fakes SELECT 1 FROM orders WHERE id IN fakes
ok WITH unused AS (SELECT ghost FROM orders) SELECT 1 FROM orders
