# Each trap and its innocent twins. Before the statement stands what is expected: the caution with
# its tables, or none.

# A sum over a parent after joining its children.
FanOut(orders,order_items) SELECT sum(o.total) FROM orders o JOIN order_items i ON i.order_id = o.id
FanOut(orders,order_items) SELECT sum(o.total) FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
FanOut(orders,order_items) SELECT sum(total) FROM orders, order_items WHERE orders.id = order_items.order_id
FanOut(customers,orders) SELECT c.name, sum(c.budget) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY 2 DESC LIMIT 5
FanOut(orders,order_items) SELECT o.status, count(o.id) FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY o.status HAVING count(o.id) > 2
FanOut(orders,order_items) SELECT sum(CASE WHEN o.status = 'open' THEN o.total ELSE 0 END) FROM orders o JOIN order_items i ON o.id = i.order_id
FanOut(orders,i) WITH i AS (SELECT order_id, price FROM order_items) SELECT sum(o.total) FROM orders o JOIN i ON i.order_id = o.id
FanOut(orders,order_items) SELECT sum(o.total) FILTER (WHERE o.status = 'open') FROM orders o JOIN order_items i ON i.order_id = o.id
FanOut(products,product_texts) SELECT sum(p.price) FROM products p JOIN product_texts t ON t.product_id = p.id
none SELECT sum(p.price) FROM products p JOIN product_texts t ON t.product_id = p.id WHERE t.lang = 'en'
none SELECT sum(p.price) FROM products p LEFT JOIN product_texts t ON t.product_id = p.id AND t.lang = 'en'
none SELECT sum(i.price * i.quantity) FROM orders o JOIN order_items i ON i.order_id = o.id
none SELECT sum(i.quantity * o.total) FROM orders o JOIN order_items i ON i.order_id = o.id
none SELECT max(o.total), min(o.total) FROM orders o JOIN order_items i ON i.order_id = o.id
none SELECT count(DISTINCT o.id) FROM orders o JOIN order_items i ON i.order_id = o.id
none SELECT count(*) FROM orders o JOIN order_items i ON i.order_id = o.id
none SELECT sum(o.total) FROM orders o JOIN customers c ON c.id = o.customer_id
none SELECT sum(o.total) FROM orders o WHERE EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id)
none SELECT sum(o.total) FROM orders o WHERE o.id IN (SELECT order_id FROM order_items)
none SELECT sum(o.total) FROM orders o JOIN (SELECT order_id, sum(price) AS price FROM order_items GROUP BY order_id) i ON i.order_id = o.id
none SELECT sum(o.total) FROM orders o JOIN (SELECT DISTINCT order_id FROM order_items) i ON i.order_id = o.id
none WITH i AS (SELECT order_id, count(*) AS n FROM order_items GROUP BY 1) SELECT sum(o.total) FROM orders o LEFT JOIN i ON i.order_id = o.id
none WITH c AS (SELECT id, name FROM customers) SELECT sum(o.total) FROM orders o JOIN c ON c.id = o.customer_id
none SELECT i.id, sum(o.total) FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY i.id
none SELECT sum(o.total) FROM orders o JOIN LATERAL (SELECT max(price) AS top FROM order_items i WHERE i.order_id = o.id) t ON true
none SELECT o.total, (SELECT sum(price) FROM order_items i WHERE i.order_id = o.id) FROM orders o
none SELECT sum(o.total) FROM orders o JOIN big_spenders b ON b.customer_id = o.customer_id
none SELECT sum(t.total) FROM (SELECT DISTINCT o.id, o.total FROM orders o JOIN order_items i ON i.order_id = o.id) t
none SELECT sum(o.total) FROM orders o CROSS JOIN (SELECT count(*) AS n FROM customers) c
none SELECT o.status, count(o.status) FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY o.status HAVING count(*) > 1
none SELECT sum(x.total) FROM (SELECT total FROM orders UNION ALL SELECT amount FROM payments) x

# An average of a repeated value.
RepeatedAverage(customers,orders) SELECT avg(c.budget) FROM customers c JOIN orders o ON o.customer_id = c.id
RepeatedAverage(products,order_items) SELECT avg(p.price) FROM order_items i JOIN products p ON p.id = i.product_id
none SELECT avg(c.budget) FROM customers c JOIN regions r ON r.id = c.region_id WHERE r.name = 'north'
none SELECT avg(DISTINCT c.budget) FROM customers c JOIN orders o ON o.customer_id = c.id
none SELECT avg(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id

# Two one-to-many joins from one parent.
ChasmTrap(customers,orders,payments) SELECT c.id, sum(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id JOIN payments p ON p.customer_id = c.id GROUP BY c.id
ChasmTrap(customers,payments,orders) SELECT c.id, sum(p.amount) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN payments p ON p.customer_id = c.id GROUP BY c.id
ChasmTrap(customers,orders,payments) SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id JOIN payments p ON p.customer_id = c.id GROUP BY c.name
none SELECT c.id, o.total, p.amount FROM customers c JOIN orders o ON o.customer_id = c.id JOIN (SELECT customer_id, sum(amount) AS amount FROM payments GROUP BY customer_id) p ON p.customer_id = c.id
none SELECT c.id, sum(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM payments GROUP BY customer_id) p ON p.customer_id = c.id WHERE o.status = 'open' GROUP BY c.id
none SELECT c.id, max(o.total), count(DISTINCT p.id) FROM customers c JOIN orders o ON o.customer_id = c.id JOIN payments p ON p.customer_id = c.id GROUP BY c.id
none SELECT c.name, sum(i.price) FROM customers c JOIN orders o ON o.customer_id = c.id JOIN order_items i ON i.order_id = o.id GROUP BY c.name

# An inner join that drops rows without a partner.
RowLoss(customers,orders) SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name
RowLoss(customers,orders) SELECT c.name, count(o.id) AS n FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY n LIMIT 1
RowLoss(products,order_items) SELECT name, sum(quantity) FROM products JOIN order_items ON order_items.product_id = products.id GROUP BY 1
RowLoss(customers,regions) SELECT c.name, r.name FROM customers c JOIN regions r ON r.id = c.region_id
RowLoss(customers,regions) SELECT sum(c.budget) FROM customers c JOIN regions r ON r.id = c.region_id
RowLoss(e,m) SELECT e.name, m.name FROM employees e JOIN employees m ON m.id = e.manager_id
RowLoss(customers,orders) SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.region_id = 3 GROUP BY c.name
none SELECT c.name, count(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.name
none SELECT c.name, count(*) AS n FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY n DESC LIMIT 3
none SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name HAVING count(*) > 3
none SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.status = 'open' GROUP BY c.name
none SELECT c.name, max(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name
none SELECT DISTINCT c.name FROM customers c JOIN orders o ON o.customer_id = c.id
none SELECT c.name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)
none SELECT c.name FROM customers c JOIN regions r ON r.id = c.region_id WHERE r.name = 'north'
none SELECT r.name, count(*) FROM customers c JOIN regions r ON r.id = c.region_id WHERE c.budget > 5 GROUP BY r.name
none SELECT c.name, r.name FROM customers c LEFT JOIN regions r ON r.id = c.region_id
none SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id
none WITH n AS (SELECT c.id, count(*) AS n FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id) SELECT c.name, coalesce(n.n, 0) FROM customers c LEFT JOIN n ON n.id = c.id

# A join on something that is no key.
NonKeyJoin(employees,stores) SELECT e.name, s.name FROM employees e JOIN stores s ON s.city = e.city
NonKeyJoin(customers,products) SELECT c.name, p.price FROM customers c JOIN products p USING (name)
NonKeyJoin(orders,customers) SELECT o.id, c.name FROM orders o JOIN customers c ON c.region_id = o.customer_id
none SELECT a.name, b.name FROM employees a JOIN employees b ON a.city = b.city AND a.id < b.id
none SELECT e.name, m.name FROM employees e LEFT JOIN employees m ON m.id = e.manager_id
none SELECT o.id, p.id FROM orders o JOIN payments p ON p.customer_id = o.customer_id
none SELECT b.spent, c.name FROM big_spenders b JOIN customers c ON c.id = b.customer_id
none SELECT DISTINCT e.city FROM employees e JOIN stores s ON s.city = e.city
none SELECT t.title, p.name FROM product_texts t JOIN products p ON p.id = t.product_id
none SELECT e.name FROM employees e JOIN (SELECT city FROM stores GROUP BY city) s ON s.city = e.city
