ok SELECT { d '2026-01-31' } FROM orders
ok SELECT EXTRACT(year FROM created_at) FROM orders
ok SELECT Name FROM Customers
ok SELECT `name` FROM `customers` WHERE name = "anybody"
ok SELECT status, count(*) AS n FROM orders GROUP BY status HAVING n > 3
ok SELECT status AS s, count(*) FROM orders GROUP BY s ORDER BY s
ok SELECT DATE_SUB(created_at, INTERVAL 1 DAY) FROM orders
ok SELECT TIMESTAMPDIFF(DAY, created_at, now()) FROM orders
ok SELECT 1 FROM dual
ok SELECT c.name, x.top FROM customers c JOIN LATERAL (SELECT max(total) AS top FROM orders WHERE customer_id = c.id) x ON true
ok SELECT shop.orders.id FROM shop.orders
ok SELECT c.name FROM customers c JOIN products p ON p.id = c.id GROUP BY name
ok SELECT x.a FROM JSON_TABLE('[1]', '$[*]' COLUMNS (a INT PATH '$')) x
ok SELECT group_concat(name ORDER BY id SEPARATOR ', ') FROM customers
ok SELECT utc_date(), current_date FROM orders
n SELECT status, count(*) AS n FROM orders WHERE n > 3 GROUP BY status
customers SELECT customers FROM customers
ok WITH unused AS (SELECT ghost FROM orders) SELECT 1 FROM orders
ok SELECT table_name FROM information_schema.tables
