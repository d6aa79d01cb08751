-- A medical clinic: one database per practice, written the way a dump tool writes it.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;

CREATE TABLE practitioners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  speciality TEXT NOT NULL CHECK (speciality IN ('general', 'cardiology', 'dermatology', 'paediatrics', 'dental')),
  licence TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
);

CREATE TABLE patients (
  id INTEGER PRIMARY KEY,
  record_number TEXT NOT NULL UNIQUE,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  full_name TEXT GENERATED ALWAYS AS (given_name || ' ' || family_name) VIRTUAL,
  born_on TEXT NOT NULL CHECK (born_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sex TEXT CHECK (sex IN ('f', 'm', 'x')),
  email TEXT COLLATE NOCASE,
  phone TEXT,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE rooms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'consulting' CHECK (kind IN ('consulting', 'treatment', 'laboratory'))
);

CREATE TABLE appointments (
  id INTEGER PRIMARY KEY,
  patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id) ON DELETE RESTRICT,
  room_id INTEGER REFERENCES rooms (id) ON DELETE SET NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'arrived', 'done', 'canceled', 'missed')),
  reason TEXT,
  CHECK (ends_at > starts_at)
);

CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointments (id) ON DELETE CASCADE,
  notes TEXT NOT NULL DEFAULT '',
  temperature_c REAL CHECK (temperature_c BETWEEN 25.0 AND 45.0),
  heart_rate INTEGER CHECK (heart_rate BETWEEN 20 AND 300),
  recorded_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE diagnoses (
  visit_id INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  icd10 TEXT NOT NULL CHECK (length(icd10) BETWEEN 3 AND 8),
  description TEXT NOT NULL,
  main INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
  PRIMARY KEY (visit_id, icd10)
) WITHOUT ROWID;

CREATE TABLE prescriptions (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  medication TEXT NOT NULL,
  dose TEXT NOT NULL,
  refills INTEGER NOT NULL DEFAULT 0 CHECK (refills BETWEEN 0 AND 12),
  expires_on TEXT
);

-- Amounts are whole minor units (cents), so that sums are exact.
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL UNIQUE REFERENCES visits (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount),
  issued_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  change TEXT NOT NULL,
  happened_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX patients_family_name ON patients (family_name COLLATE NOCASE, given_name);
CREATE UNIQUE INDEX patients_email ON patients (email) WHERE email IS NOT NULL;
CREATE INDEX appointments_patient_id ON appointments (patient_id);
CREATE UNIQUE INDEX appointments_no_double_booking
  ON appointments (practitioner_id, starts_at) WHERE status <> 'canceled';
CREATE INDEX appointments_room_id ON appointments (room_id);
CREATE INDEX prescriptions_visit_id ON prescriptions (visit_id);
CREATE INDEX audit_log_entity ON audit_log (entity, entity_id);

CREATE TRIGGER appointments_status_audit AFTER UPDATE OF status ON appointments
WHEN OLD.status <> NEW.status
BEGIN
  INSERT INTO audit_log (entity, entity_id, change)
  VALUES ('appointments', NEW.id, OLD.status || ' -> ' || NEW.status);
END;

CREATE VIEW open_invoices AS
SELECT i.id, p.record_number, p.full_name, i.amount - i.paid AS due, i.issued_at
FROM invoices i
JOIN visits v ON v.id = i.visit_id
JOIN appointments a ON a.id = v.appointment_id
JOIN patients p ON p.id = a.patient_id
WHERE i.paid < i.amount;

COMMIT;
