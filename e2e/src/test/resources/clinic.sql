-- A small clinic in our own words: a schema the sample shop knows nothing of.
create table department (department_id int primary key, name text not null, floor int not null);
create table doctor (
  doctor_id int primary key,
  full_name text not null,
  speciality text not null,
  salary numeric(10, 2) not null,
  department_id int not null references department
);
create table patient (patient_id int primary key, full_name text not null, city text not null, born date not null);
create table visit (
  visit_id int primary key,
  patient_id int not null references patient,
  doctor_id int not null references doctor,
  visited_on date not null,
  fee numeric(8, 2) not null
);

insert into department values (1, 'Cardiology', 2), (2, 'Surgery', 3), (3, 'Paediatrics', 1);
insert into doctor values
  (1, 'Ines Falk', 'cardiologist', 9100.00, 1),
  (2, 'Omar Lind', 'surgeon', 11250.50, 2),
  (3, 'Ruth Adler', 'surgeon', 10400.00, 2),
  (4, 'Piet Moor', 'paediatrician', 8050.00, 3);
insert into patient
  select n, 'Patient ' || n, (array['Lisbon', 'Porto', 'Faro'])[1 + n % 3], date '1950-01-01' + n * 97
  from generate_series(1, 60) n;
insert into visit
  select n, 1 + n % 55, 1 + n % 4, date '2025-01-01' + n % 365, 40 + n % 7
  from generate_series(1, 400) n;
analyze;
