# Statements that every dialect reads the same way. Before each stands the name that is wrong, or ok.
ok SELECT id, name FROM customers
ok SELECT c.id, o.total FROM customers c JOIN orders AS o ON o.customer_id = c.id
ok SELECT customers.name FROM customers WHERE customers.id = 3
ok SELECT name AS label FROM customers ORDER BY label
ok SELECT status, count(*) AS n FROM orders GROUP BY status ORDER BY n DESC
ok SELECT x.n FROM (SELECT count(*) AS n FROM orders) x
ok SELECT x.* FROM (SELECT id, total FROM orders) x WHERE x.total > 3
ok SELECT id FROM (SELECT * FROM orders) x WHERE total > 3
ok SELECT name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND name = 'x')
ok SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE budget > 3)
ok WITH big AS (SELECT * FROM orders WHERE total > 9) SELECT big.id, customer_id FROM big
ok WITH a AS (SELECT id AS x FROM orders), b AS (SELECT x AS y FROM a) SELECT y FROM b
ok WITH a(x, y) AS (SELECT id, name FROM customers) SELECT x, a.y FROM a
ok WITH RECURSIVE t AS (SELECT id, manager_id, 1 AS depth FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.manager_id, t.depth + 1 FROM employees e JOIN t ON e.manager_id = t.id) SELECT id, depth FROM t
ok WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9) SELECT n FROM t
ok SELECT a.name, b.name FROM employees a JOIN employees b ON a.manager_id = b.id
ok SELECT id FROM orders UNION SELECT id FROM payments ORDER BY id
ok SELECT name, row_number() OVER (PARTITION BY city ORDER BY salary DESC) AS r FROM employees
ok SELECT name, sum(salary) OVER w FROM employees WINDOW w AS (PARTITION BY city)
ok SELECT current_date, current_timestamp FROM orders
ok SELECT CASE WHEN total > 5 THEN status ELSE 'none' END AS kind FROM orders
ok SELECT CAST(total AS char(9)) FROM orders WHERE created_at IS NOT NULL
ok SELECT o.id FROM orders o LEFT JOIN (SELECT customer_id AS c, max(amount) AS m FROM payments GROUP BY customer_id) p ON p.c = o.customer_id WHERE p.m > 3
ok SELECT (SELECT max(o.total) FROM orders o WHERE o.customer_id = c.id) AS top FROM customers c
ok SELECT count(DISTINCT customer_id) FROM orders HAVING count(*) > 1
ok SELECT coalesce(m.name, 'none') FROM employees e LEFT JOIN employees m ON e.manager_id = m.id
orderz SELECT id FROM orderz
order_totals SELECT total FROM order_totals
customer.name SELECT customer.name FROM customers JOIN orders ON customers.id = orders.customer_id
c.nam SELECT c.nam FROM customers c
total_amount SELECT total_amount FROM orders
o.name SELECT o.name FROM orders o JOIN customers c ON c.id = o.customer_id
id SELECT id FROM orders JOIN customers ON customers.id = orders.customer_id
customer_id SELECT count(*) FROM orders o JOIN payments p ON o.customer_id = p.customer_id WHERE customer_id = 3
customers.name SELECT customers.name FROM customers c
x.name SELECT x.name FROM (SELECT id FROM customers) x
b.z WITH b AS (SELECT id AS y FROM orders) SELECT b.z FROM b
city SELECT name FROM customers WHERE city = 'Bern'
titel SELECT name FROM products p WHERE EXISTS (SELECT 1 FROM product_texts t WHERE t.product_id = p.id AND titel = 'x')
created SELECT count(*) FROM orders GROUP BY created
o.customer SELECT c.name FROM customers c JOIN orders o ON o.customer = c.id
wages SELECT name FROM employees ORDER BY wages
e.wage SELECT name, sum(e.wage) OVER (PARTITION BY city) FROM employees e
