-- The sample shop: a home and garden retailer with twelve shops and an online store.
-- Every table and column carries a comment, because Custard reads them to understand questions.

CREATE TABLE categories (
    category_id        integer PRIMARY KEY,
    parent_category_id integer REFERENCES categories,
    name               text NOT NULL UNIQUE,
    description        text
);
CREATE INDEX categories_parent_category_id_idx ON categories (parent_category_id);

CREATE TABLE suppliers (
    supplier_id    integer PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    contact_email  text NOT NULL,
    city           text NOT NULL,
    country        text NOT NULL,
    lead_time_days integer NOT NULL CHECK (lead_time_days > 0),
    partner_since  date NOT NULL
);

CREATE TABLE products (
    product_id      integer PRIMARY KEY,
    sku             text NOT NULL UNIQUE,
    name            text NOT NULL UNIQUE,
    category_id     integer NOT NULL REFERENCES categories,
    supplier_id     integer NOT NULL REFERENCES suppliers,
    price           numeric(10, 2) NOT NULL CHECK (price > 0),
    cost            numeric(10, 2) NOT NULL CHECK (cost > 0),
    weight_kg       numeric(8, 3) NOT NULL CHECK (weight_kg > 0),
    launched_on     date NOT NULL,
    discontinued_on date,
    CHECK (discontinued_on > launched_on)
);
CREATE INDEX products_category_id_idx ON products (category_id);
CREATE INDEX products_supplier_id_idx ON products (supplier_id);

CREATE TABLE stores (
    store_id       integer PRIMARY KEY,
    name             text NOT NULL UNIQUE,
    city             text NOT NULL,
    country          text NOT NULL,
    opened_on        date NOT NULL,
    floor_area_sqm   integer NOT NULL CHECK (floor_area_sqm > 0)
);

CREATE TABLE employees (
    employee_id integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    email       text NOT NULL UNIQUE,
    job_title   text NOT NULL,
    department  text NOT NULL,
    store_id    integer REFERENCES stores,
    manager_id  integer REFERENCES employees,
    hired_on    date NOT NULL,
    salary      numeric(10, 2) NOT NULL CHECK (salary > 0),
    CHECK (manager_id <> employee_id)
);
CREATE INDEX employees_store_id_idx ON employees (store_id);
CREATE INDEX employees_manager_id_idx ON employees (manager_id);

CREATE TABLE inventory (
    store_id      integer NOT NULL REFERENCES stores,
    product_id    integer NOT NULL REFERENCES products,
    stock         integer NOT NULL CHECK (stock >= 0),
    reorder_level integer NOT NULL CHECK (reorder_level >= 0),
    counted_on    date NOT NULL,
    PRIMARY KEY (store_id, product_id)
);
CREATE INDEX inventory_product_id_idx ON inventory (product_id);

CREATE TABLE promotions (
    promotion_id integer PRIMARY KEY,
    code         text NOT NULL UNIQUE,
    description  text NOT NULL,
    percent_off  integer NOT NULL CHECK (percent_off BETWEEN 1 AND 90),
    starts_on    date NOT NULL,
    ends_on      date NOT NULL,
    CHECK (ends_on >= starts_on)
);

CREATE TABLE customers (
    customer_id   integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    email         text NOT NULL UNIQUE,
    birth_date    date,
    city          text NOT NULL,
    country       text NOT NULL,
    registered_on date NOT NULL,
    is_vip        boolean NOT NULL,
    newsletter    boolean NOT NULL
);
CREATE INDEX customers_country_idx ON customers (country);

CREATE TABLE addresses (
    address_id  integer PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    kind        text NOT NULL CHECK (kind IN ('home', 'work')),
    street      text NOT NULL,
    postal_code text NOT NULL,
    city        text NOT NULL,
    country     text NOT NULL
);
CREATE INDEX addresses_customer_id_idx ON addresses (customer_id);

CREATE TABLE orders (
    order_id            integer PRIMARY KEY,
    customer_id         integer NOT NULL REFERENCES customers,
    order_date          date NOT NULL,
    channel             text NOT NULL CHECK (channel IN ('online', 'store')),
    status              text NOT NULL CHECK (status IN ('processing', 'shipped', 'completed', 'cancelled')),
    store_id            integer REFERENCES stores,
    employee_id         integer REFERENCES employees,
    shipping_address_id integer REFERENCES addresses,
    promotion_id        integer REFERENCES promotions,
    shipping_cost       numeric(10, 2) NOT NULL CHECK (shipping_cost >= 0),
    total_amount        numeric(10, 2) NOT NULL CHECK (total_amount > 0),
    CHECK ((channel = 'store') = (store_id IS NOT NULL)),
    CHECK ((channel = 'store') = (employee_id IS NOT NULL)),
    CHECK ((channel = 'online') = (shipping_address_id IS NOT NULL))
);
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
CREATE INDEX orders_order_date_idx ON orders (order_date);
CREATE INDEX orders_store_id_idx ON orders (store_id);
CREATE INDEX orders_employee_id_idx ON orders (employee_id);
CREATE INDEX orders_shipping_address_id_idx ON orders (shipping_address_id);
CREATE INDEX orders_promotion_id_idx ON orders (promotion_id);

CREATE TABLE order_items (
    order_item_id integer PRIMARY KEY,
    order_id      integer NOT NULL REFERENCES orders,
    product_id    integer NOT NULL REFERENCES products,
    quantity      integer NOT NULL CHECK (quantity > 0),
    unit_price    numeric(10, 2) NOT NULL CHECK (unit_price > 0),
    discount      numeric(10, 2) NOT NULL CHECK (discount >= 0),
    line_total    numeric(10, 2) NOT NULL,
    UNIQUE (order_id, product_id),
    CHECK (line_total = quantity * unit_price - discount)
);
CREATE INDEX order_items_product_id_idx ON order_items (product_id);

CREATE TABLE payments (
    payment_id integer PRIMARY KEY,
    order_id   integer NOT NULL REFERENCES orders,
    paid_at    timestamptz NOT NULL,
    method     text NOT NULL CHECK (method IN ('credit card', 'debit card', 'digital wallet', 'bank transfer', 'gift card', 'cash')),
    status     text NOT NULL CHECK (status IN ('paid', 'failed', 'refunded')),
    amount     numeric(10, 2) NOT NULL CHECK (amount > 0)
);
CREATE INDEX payments_order_id_idx ON payments (order_id);

CREATE TABLE shipments (
    shipment_id     integer PRIMARY KEY,
    order_id        integer NOT NULL UNIQUE REFERENCES orders,
    carrier         text NOT NULL,
    tracking_number text NOT NULL UNIQUE,
    shipped_on      date NOT NULL,
    delivered_on    date,
    CHECK (delivered_on >= shipped_on)
);

CREATE TABLE returns (
    return_id     integer PRIMARY KEY,
    order_item_id integer NOT NULL UNIQUE REFERENCES order_items,
    returned_on   date NOT NULL,
    quantity      integer NOT NULL CHECK (quantity > 0),
    reason        text NOT NULL,
    refund_amount numeric(10, 2) NOT NULL CHECK (refund_amount > 0)
);

CREATE TABLE reviews (
    review_id   integer PRIMARY KEY,
    product_id  integer NOT NULL REFERENCES products,
    customer_id integer NOT NULL REFERENCES customers,
    rating      integer NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment     text,
    written_at  timestamptz NOT NULL,
    UNIQUE (product_id, customer_id)
);
CREATE INDEX reviews_customer_id_idx ON reviews (customer_id);

CREATE VIEW order_totals WITH (security_invoker = true) AS
SELECT o.order_id,
       o.order_date,
       o.customer_id,
       o.status,
       count(*)          AS item_count,
       sum(i.quantity)   AS units,
       sum(i.discount)   AS discount,
       sum(i.line_total) AS items_amount,
       o.shipping_cost,
       o.total_amount
FROM orders o
JOIN order_items i ON i.order_id = o.order_id
GROUP BY o.order_id;

CREATE VIEW monthly_sales WITH (security_invoker = true) AS
SELECT date_trunc('month', order_date::timestamp)::date AS month,
       count(*)                    AS order_count,
       count(DISTINCT customer_id) AS customer_count,
       sum(total_amount)           AS revenue,
       round(avg(total_amount), 2) AS average_order_amount
FROM orders
WHERE status <> 'cancelled'
GROUP BY 1;

COMMENT ON TABLE categories IS 'Product categories in two levels: main categories such as Garden and the sub-categories below them';
COMMENT ON COLUMN categories.category_id IS 'Number of the category';
COMMENT ON COLUMN categories.parent_category_id IS 'Main category this sub-category belongs to; empty for a main category';
COMMENT ON COLUMN categories.name IS 'Name of the category, for example Desks';
COMMENT ON COLUMN categories.description IS 'What the category holds, in a sentence; only main categories have one';

COMMENT ON TABLE suppliers IS 'Companies that make or deliver the products we sell';
COMMENT ON COLUMN suppliers.supplier_id IS 'Number of the supplier';
COMMENT ON COLUMN suppliers.name IS 'Name of the supplier';
COMMENT ON COLUMN suppliers.contact_email IS 'E-mail address of our contact at the supplier';
COMMENT ON COLUMN suppliers.city IS 'City the supplier sits in';
COMMENT ON COLUMN suppliers.country IS 'Country the supplier sits in, in English';
COMMENT ON COLUMN suppliers.lead_time_days IS 'Days from our purchase order until the goods arrive';
COMMENT ON COLUMN suppliers.partner_since IS 'Day we started to buy from the supplier';

COMMENT ON TABLE products IS 'Articles we sell or used to sell';
COMMENT ON COLUMN products.product_id IS 'Number of the product';
COMMENT ON COLUMN products.sku IS 'Stock keeping unit: the article code on the label';
COMMENT ON COLUMN products.name IS 'Name of the product as shown in the shop';
COMMENT ON COLUMN products.category_id IS 'Sub-category the product is listed in';
COMMENT ON COLUMN products.supplier_id IS 'Supplier we buy the product from';
COMMENT ON COLUMN products.price IS 'Current list price in euro; what was really paid is in order items';
COMMENT ON COLUMN products.cost IS 'What we pay the supplier for one piece, in euro';
COMMENT ON COLUMN products.weight_kg IS 'Weight of one piece in kilograms';
COMMENT ON COLUMN products.launched_on IS 'First day the product was on sale';
COMMENT ON COLUMN products.discontinued_on IS 'Day the product was taken off sale; empty while it is still sold';

COMMENT ON TABLE stores IS 'Our shops on the street; the online shop is not one of them';
COMMENT ON COLUMN stores.store_id IS 'Number of the store';
COMMENT ON COLUMN stores.name IS 'Name of the store, city and quarter';
COMMENT ON COLUMN stores.city IS 'City of the store';
COMMENT ON COLUMN stores.country IS 'Country of the store, in English';
COMMENT ON COLUMN stores.opened_on IS 'Day the store opened';
COMMENT ON COLUMN stores.floor_area_sqm IS 'Sales floor in square metres';

COMMENT ON TABLE employees IS 'People who work for us, in the stores and at head office';
COMMENT ON COLUMN employees.employee_id IS 'Number of the employee';
COMMENT ON COLUMN employees.first_name IS 'First name';
COMMENT ON COLUMN employees.last_name IS 'Last name, family name';
COMMENT ON COLUMN employees.email IS 'Work e-mail address';
COMMENT ON COLUMN employees.job_title IS 'Job title, for example Store Manager or Accountant';
COMMENT ON COLUMN employees.department IS 'Department, for example Sales, Logistics or Technology';
COMMENT ON COLUMN employees.store_id IS 'Store the employee works in; empty at head office';
COMMENT ON COLUMN employees.manager_id IS 'Employee this employee reports to; empty for the chief executive';
COMMENT ON COLUMN employees.hired_on IS 'First working day';
COMMENT ON COLUMN employees.salary IS 'Yearly salary before tax, in euro';

COMMENT ON TABLE inventory IS 'Stock of each product in each store at the last count';
COMMENT ON COLUMN inventory.store_id IS 'Store that holds the stock';
COMMENT ON COLUMN inventory.product_id IS 'Product in stock';
COMMENT ON COLUMN inventory.stock IS 'Pieces in the store at the last count; 0 means out of stock';
COMMENT ON COLUMN inventory.reorder_level IS 'When stock falls below this number of pieces, we order more';
COMMENT ON COLUMN inventory.counted_on IS 'Day of the last stock count';

COMMENT ON TABLE promotions IS 'Discount campaigns such as the Black Friday week';
COMMENT ON COLUMN promotions.promotion_id IS 'Number of the promotion';
COMMENT ON COLUMN promotions.code IS 'Code customers enter at the checkout, for example BLACK2025';
COMMENT ON COLUMN promotions.description IS 'Name of the campaign';
COMMENT ON COLUMN promotions.percent_off IS 'Discount in percent';
COMMENT ON COLUMN promotions.starts_on IS 'First day the code is valid';
COMMENT ON COLUMN promotions.ends_on IS 'Last day the code is valid';

COMMENT ON TABLE customers IS 'People registered with the shop; some have never ordered';
COMMENT ON COLUMN customers.customer_id IS 'Number of the customer';
COMMENT ON COLUMN customers.first_name IS 'First name';
COMMENT ON COLUMN customers.last_name IS 'Last name, family name';
COMMENT ON COLUMN customers.email IS 'E-mail address, used to log in';
COMMENT ON COLUMN customers.birth_date IS 'Date of birth, when the customer told us';
COMMENT ON COLUMN customers.city IS 'City the customer lives in';
COMMENT ON COLUMN customers.country IS 'Country the customer lives in, in English';
COMMENT ON COLUMN customers.registered_on IS 'Day the customer signed up';
COMMENT ON COLUMN customers.is_vip IS 'True for VIP customers: our best customers, with free shipping';
COMMENT ON COLUMN customers.newsletter IS 'True when the customer subscribes to the newsletter';

COMMENT ON TABLE addresses IS 'Addresses we deliver to; a customer has one or two';
COMMENT ON COLUMN addresses.address_id IS 'Number of the address';
COMMENT ON COLUMN addresses.customer_id IS 'Customer the address belongs to';
COMMENT ON COLUMN addresses.kind IS 'home or work';
COMMENT ON COLUMN addresses.street IS 'Street and house number';
COMMENT ON COLUMN addresses.postal_code IS 'Postal code, zip code';
COMMENT ON COLUMN addresses.city IS 'City';
COMMENT ON COLUMN addresses.country IS 'Country, in English';

COMMENT ON TABLE orders IS 'Purchases, online and in the stores; cancelled ones are kept but are not revenue';
COMMENT ON COLUMN orders.order_id IS 'Number of the order';
COMMENT ON COLUMN orders.customer_id IS 'Customer who ordered';
COMMENT ON COLUMN orders.order_date IS 'Day the order was placed';
COMMENT ON COLUMN orders.channel IS 'Where the customer bought: online or store';
COMMENT ON COLUMN orders.status IS 'processing (not sent yet), shipped (on its way), completed (delivered or taken home) or cancelled';
COMMENT ON COLUMN orders.store_id IS 'Store the order was placed in; empty for online orders';
COMMENT ON COLUMN orders.employee_id IS 'Employee who served the customer in the store; empty for online orders';
COMMENT ON COLUMN orders.shipping_address_id IS 'Address the order is delivered to; empty for store orders';
COMMENT ON COLUMN orders.promotion_id IS 'Promotion used for this order; empty when none was used';
COMMENT ON COLUMN orders.shipping_cost IS 'Shipping fee paid by the customer, in euro';
COMMENT ON COLUMN orders.total_amount IS 'What the customer pays in euro: all items after discount, plus shipping. The sum over orders is our revenue (sales, turnover)';

COMMENT ON TABLE order_items IS 'Lines of the orders: which products were sold, how many and at what price';
COMMENT ON COLUMN order_items.order_item_id IS 'Number of the order line';
COMMENT ON COLUMN order_items.order_id IS 'Order this line belongs to';
COMMENT ON COLUMN order_items.product_id IS 'Product sold';
COMMENT ON COLUMN order_items.quantity IS 'Pieces sold';
COMMENT ON COLUMN order_items.unit_price IS 'Price of one piece on the day of the order, in euro, before discount';
COMMENT ON COLUMN order_items.discount IS 'Discount on the whole line, in euro';
COMMENT ON COLUMN order_items.line_total IS 'Amount of the line in euro: quantity times unit price minus discount';

COMMENT ON TABLE payments IS 'Payments for orders, including failed attempts and refunds of cancelled orders';
COMMENT ON COLUMN payments.payment_id IS 'Number of the payment';
COMMENT ON COLUMN payments.order_id IS 'Order paid for';
COMMENT ON COLUMN payments.paid_at IS 'Moment of the payment or of the attempt';
COMMENT ON COLUMN payments.method IS 'How it was paid: credit card, debit card, digital wallet, bank transfer, gift card or cash';
COMMENT ON COLUMN payments.status IS 'paid, failed, or refunded when the order was cancelled';
COMMENT ON COLUMN payments.amount IS 'Amount in euro';

COMMENT ON TABLE shipments IS 'Parcels sent for online orders, one per order';
COMMENT ON COLUMN shipments.shipment_id IS 'Number of the shipment';
COMMENT ON COLUMN shipments.order_id IS 'Order in the parcel';
COMMENT ON COLUMN shipments.carrier IS 'Parcel service that delivers';
COMMENT ON COLUMN shipments.tracking_number IS 'Tracking number of the parcel';
COMMENT ON COLUMN shipments.shipped_on IS 'Day the parcel left our warehouse';
COMMENT ON COLUMN shipments.delivered_on IS 'Day the parcel arrived; empty while it is on its way';

COMMENT ON TABLE returns IS 'Products customers sent or brought back';
COMMENT ON COLUMN returns.return_id IS 'Number of the return';
COMMENT ON COLUMN returns.order_item_id IS 'Order line that came back';
COMMENT ON COLUMN returns.returned_on IS 'Day the product came back';
COMMENT ON COLUMN returns.quantity IS 'Pieces that came back';
COMMENT ON COLUMN returns.reason IS 'Why it came back, for example defective or changed mind';
COMMENT ON COLUMN returns.refund_amount IS 'Money given back, in euro';

COMMENT ON TABLE reviews IS 'Ratings customers gave to products they bought';
COMMENT ON COLUMN reviews.review_id IS 'Number of the review';
COMMENT ON COLUMN reviews.product_id IS 'Product reviewed';
COMMENT ON COLUMN reviews.customer_id IS 'Customer who wrote the review';
COMMENT ON COLUMN reviews.rating IS 'Stars from 1 (bad) to 5 (very good)';
COMMENT ON COLUMN reviews.comment IS 'What the customer wrote; empty when only stars were given';
COMMENT ON COLUMN reviews.written_at IS 'Moment the review was written';

COMMENT ON VIEW order_totals IS 'One row per order with its number of items, units, discount and amounts';
COMMENT ON COLUMN order_totals.order_id IS 'Number of the order';
COMMENT ON COLUMN order_totals.order_date IS 'Day the order was placed';
COMMENT ON COLUMN order_totals.customer_id IS 'Customer who ordered';
COMMENT ON COLUMN order_totals.status IS 'Status of the order';
COMMENT ON COLUMN order_totals.item_count IS 'Number of different products in the order';
COMMENT ON COLUMN order_totals.units IS 'Number of pieces in the order';
COMMENT ON COLUMN order_totals.discount IS 'Discount on the whole order, in euro';
COMMENT ON COLUMN order_totals.items_amount IS 'Amount of all items after discount, in euro, without shipping';
COMMENT ON COLUMN order_totals.shipping_cost IS 'Shipping fee, in euro';
COMMENT ON COLUMN order_totals.total_amount IS 'Items plus shipping, in euro';

COMMENT ON VIEW monthly_sales IS 'Orders, customers and revenue by month, without cancelled orders';
COMMENT ON COLUMN monthly_sales.month IS 'First day of the month';
COMMENT ON COLUMN monthly_sales.order_count IS 'Number of orders in the month';
COMMENT ON COLUMN monthly_sales.customer_count IS 'Number of different customers who ordered in the month';
COMMENT ON COLUMN monthly_sales.revenue IS 'Revenue of the month in euro, shipping included';
COMMENT ON COLUMN monthly_sales.average_order_amount IS 'Average amount of an order in euro';
