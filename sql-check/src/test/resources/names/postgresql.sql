ok SELECT EXTRACT(year FROM created_at) FROM orders
ok SELECT ctid, tableoid, xmin FROM orders
ok SELECT o FROM orders o
ok SELECT count(o) FROM orders o
ok SELECT row_to_json(o) FROM orders o
ok SELECT orders FROM orders
ok SELECT "userId", "createdAt" FROM "AuditLog"
ok SELECT ID, Name FROM CUSTOMERS
ok SELECT g.n FROM generate_series(1, 3) AS g(n)
ok SELECT n FROM generate_series(1, 3) AS n
ok SELECT generate_series.generate_series FROM generate_series(1, 3)
ok SELECT v.a, b FROM (VALUES (1, 2)) AS v(a, b)
ok SELECT c.name, t.top FROM customers c CROSS JOIN LATERAL (SELECT max(o.total) AS top FROM orders o WHERE o.customer_id = c.id) t
ok SELECT customer_id FROM orders JOIN payments USING (customer_id)
ok SELECT id FROM customers NATURAL JOIN regions
ok SELECT relname FROM pg_class
ok SELECT c.relname FROM pg_catalog.pg_class c
ok SELECT x.count FROM (SELECT count(*) FROM orders) x
ok SELECT (d.j).id FROM (SELECT p AS j FROM products p) d
ok SELECT details -> 'a' ->> 'b' FROM products
ok SELECT localtime, localtimestamp, current_user FROM orders
ok SELECT make_interval(days => 3) FROM orders
ok SELECT public.orders.id FROM public.orders
ok SELECT DISTINCT ON (customer_id) customer_id, id AS last FROM orders ORDER BY customer_id, created_at DESC
ok SELECT status AS s, count(*) FROM orders GROUP BY (s)
ok SELECT status AS s, count(*) FROM orders GROUP BY ROLLUP (s)
ok SELECT r.total FROM (orders o JOIN payments p ON p.customer_id = o.customer_id) AS r
ok SELECT elem FROM products, jsonb_array_elements(details::jsonb) elem
ok SELECT total::int AS t FROM orders ORDER BY t
ok SELECT date_trunc('month', created_at) AS month, sum(total) FROM orders GROUP BY month ORDER BY month
ok SELECT o.id FROM orders o, LATERAL (SELECT o.total AS x) l WHERE l.x > 1
ok SELECT count(*) FILTER (WHERE status = 'x') FROM orders
ok SELECT array_agg(name ORDER BY salary) FROM employees
ok SELECT other.thing.name FROM other.thing
ok SELECT id AS total_id FROM orders WHERE total > 3 ORDER BY total_id, total
ok SELECT t.id FROM orders AS t TABLESAMPLE SYSTEM (10)
ok SELECT a FROM orders AS o(a, b, c) WHERE b > 1
userId SELECT userId FROM "AuditLog"
AuditLog SELECT id FROM AuditLog
n SELECT status, count(*) AS n FROM orders GROUP BY status HAVING n > 3
n SELECT status, count(*) AS n FROM orders WHERE n > 3 GROUP BY status
n SELECT status, count(*) AS n FROM orders GROUP BY status ORDER BY n + 1
o SELECT c.name FROM customers c, (SELECT max(total) FROM orders WHERE customer_id = o.id) x
"Name" SELECT "Name" FROM customers
public.orderz SELECT 1 FROM public.orderz
name SELECT name FROM customers c JOIN regions r ON r.id = c.region_id ORDER BY 1
x SELECT id FROM orders UNION SELECT id FROM payments ORDER BY x
c.regions_id SELECT c.regions_id FROM customers c
kind SELECT id AS kind, kind + 1 FROM orders
b.c WITH b(a) AS (SELECT id FROM orders) SELECT b.c FROM b
ok WITH RECURSIVE t AS (SELECT id, manager_id FROM employees UNION ALL SELECT e.id, e.manager_id FROM employees e JOIN t ON t.id = e.manager_id) SEARCH DEPTH FIRST BY id SET place SELECT id, place FROM t ORDER BY place
ok SELECT t.key FROM ROWS FROM (json_each('{}'::json)) AS t
ok SELECT s.code, sets.id FROM sets s, sets
ok SELECT sets.id FROM sets WHERE code = 'x'
s.label SELECT s.label FROM sets s
ghost WITH unused AS (SELECT ghost FROM orders) SELECT 1 FROM orders
ok SELECT table_name FROM information_schema.tables
