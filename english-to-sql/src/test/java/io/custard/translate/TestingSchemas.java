package io.custard.translate;

/** The databases the tests ask. */
final class TestingSchemas {
  static final String SHOP =
      """
      CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, customer_name TEXT NOT NULL, city TEXT, country TEXT, email TEXT, joined_on DATE);
      CREATE TABLE categories (category_id INTEGER PRIMARY KEY, category_name TEXT);
      CREATE TABLE products (product_id INTEGER PRIMARY KEY, product_name TEXT, category_id INTEGER REFERENCES categories(category_id), unit_price DECIMAL(10,2), discontinued BOOLEAN);
      CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(customer_id), order_date DATE, status TEXT);
      CREATE TABLE order_lines (order_id INTEGER REFERENCES orders(order_id), product_id INTEGER REFERENCES products(product_id), qty INTEGER, PRIMARY KEY (order_id, product_id));
      INSERT INTO customers VALUES (1,'Anna Berg','Berlin','Germany','anna@x',DATE '2022-01-05'), (2,'Bo Cole','Paris','France',NULL,'2023-03-07'), (3,'Cy Dunn','Bonn','Germany','cy@x','2023-11-30'), (4,'Pat O''Brien','Cork','Ireland','pat@x','2024-05-02');
      INSERT INTO categories VALUES (1,'Tea'), (2,'Coffee'), (3,'Cakes');
      INSERT INTO products VALUES (1,'Green Tea',1,4.5,0), (2,'Black Tea',1,3.5,1), (3,'Espresso',2,7,0), (4,'Mocha',2,9,0);
      INSERT INTO orders VALUES (1,1,'2023-12-30','Shipped'), (2,1,'2024-02-01','Open'), (3,2,'2024-05-20','Shipped'), (4,3,'2024-06-01','Cancelled'), (5,1,'2024-06-10','Shipped');
      INSERT INTO order_lines VALUES (1,1,2), (1,3,1), (2,4,5), (3,3,2), (4,2,1), (5,1,1);
      """
          .replace("DATE '2022", "'2022");

  static final String CLINIC =
      """
      CREATE TABLE Doctor (DoctorID INTEGER PRIMARY KEY, FirstName TEXT, LastName TEXT, Specialty TEXT, Salary INTEGER, BirthYear INTEGER);
      CREATE TABLE Patient (PatientID INTEGER PRIMARY KEY, FullName TEXT, Age INTEGER, Gender TEXT, PrimaryDoctorID INTEGER REFERENCES Doctor(DoctorID), ReferringDoctorID INTEGER REFERENCES Doctor(DoctorID));
      CREATE TABLE Appointment (AppointmentID INTEGER PRIMARY KEY, PatientID INTEGER REFERENCES Patient(PatientID), RoomNo INTEGER, StartTime TIMESTAMP, Fee DECIMAL(8,2));
      CREATE TABLE Medication (MedicationID INTEGER PRIMARY KEY, Name TEXT, Brand TEXT);
      CREATE TABLE Prescription (PatientID INTEGER REFERENCES Patient(PatientID), MedicationID INTEGER REFERENCES Medication(MedicationID), Dose INTEGER);
      INSERT INTO Doctor VALUES (1,'Mia','Stone','Cardiology',9000,1970), (2,'Lee','Hart','Surgery',8000,1985), (3,'Ira','Wood','Surgery',7000,1960);
      INSERT INTO Patient VALUES (1,'Tom Ash',40,'male',1,2), (2,'Eva Fir',25,'female',1,3), (3,'Max Elm',70,'male',2,3), (4,'Ida Yew',33,'female',3,1);
      INSERT INTO Appointment VALUES (1,1,10,'2024-05-03 09:00:00',50), (2,1,11,'2024-05-20 10:00:00',70), (3,2,10,'2024-06-02 11:00:00',60), (4,3,12,'2023-06-02 11:00:00',90);
      INSERT INTO Medication VALUES (1,'Aspirin','Bayer'), (2,'Ibuprofen','Advil'), (3,'Zyrtec','J&J');
      INSERT INTO Prescription VALUES (1,1,2), (1,2,1), (2,1,3), (3,1,1);
      """;

  static final String LIBRARY =
      """
      CREATE TABLE tbl_author (id INTEGER PRIMARY KEY, name TEXT, nationality TEXT);
      CREATE TABLE tbl_book (id INTEGER PRIMARY KEY, title TEXT, year_published INTEGER, num_pages INTEGER, genre TEXT);
      CREATE TABLE tbl_book_author (book_id INTEGER, author_id INTEGER, PRIMARY KEY (book_id, author_id));
      CREATE TABLE tbl_member (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, age INTEGER);
      CREATE TABLE tbl_loan (id INTEGER PRIMARY KEY, book_id INTEGER, member_id INTEGER, due_date DATE, returned BOOLEAN);
      INSERT INTO tbl_author VALUES (1,'Ada Moor','British'), (2,'Ben Lund','Danish'), (3,'Cleo Faye','British'), (4,'Dan Roe','Irish');
      INSERT INTO tbl_book VALUES (1,'Tides',1948,200,'Fiction'), (2,'Roots',1999,350,'Science'), (3,'Stones',2010,120,'Fiction'), (4,'Winds',2010,410,'Travel');
      INSERT INTO tbl_book_author VALUES (1,1), (2,1), (2,2), (3,3), (4,1);
      INSERT INTO tbl_member VALUES (1,'Gil','Orr',30), (2,'Hal','Pye',52), (3,'Una','Quay',19);
      INSERT INTO tbl_loan VALUES (1,1,1,'2024-05-01',1), (2,2,1,'2024-06-20',0), (3,3,2,'2024-07-01',0);
      """;

  static final String ODD =
      """
      CREATE TABLE "Order" ("Order No" INTEGER PRIMARY KEY, "Group" TEXT, "select" TEXT, "Ship""To" TEXT, "TotalAmount" REAL);
      CREATE TABLE "User" ("userId" INTEGER PRIMARY KEY, "userName" TEXT, "isActive" BOOLEAN, "Order No" INTEGER REFERENCES "Order"("Order No"));
      INSERT INTO "Order" VALUES (1,'A','x','Rome',10.5), (2,'B','y','Oslo',20), (3,'A','z','Rome',30);
      INSERT INTO "User" VALUES (1,'kim',1,1), (2,'lou',0,2), (3,'mel',1,2);
      """;

  private TestingSchemas() {}
}
