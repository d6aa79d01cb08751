-- Wealth management: one database per advisory firm.
-- Money is whole minor units (cents), quantities are whole units of 1/10,000, prices are cents per unit.
-- Dates are ISO 8601 text in UTC.

CREATE TABLE advisors (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (email LIKE '%_@_%'),
  name TEXT NOT NULL,
  licence_number TEXT UNIQUE,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  advisor_id INTEGER NOT NULL REFERENCES advisors (id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'company', 'trust')),
  email TEXT COLLATE NOCASE,
  phone TEXT,
  tax_country TEXT NOT NULL DEFAULT 'US' CHECK (length(tax_country) = 2),
  risk_profile INTEGER NOT NULL DEFAULT 3 CHECK (risk_profile BETWEEN 1 AND 5),
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('cash', 'brokerage', 'retirement', 'joint')),
  currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3),
  balance INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'frozen', 'closed')),
  opened_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_at TEXT,
  CHECK (status <> 'closed' OR closed_at IS NOT NULL)
);

CREATE TABLE securities (
  id INTEGER PRIMARY KEY,
  isin TEXT NOT NULL UNIQUE CHECK (length(isin) = 12),
  ticker TEXT NOT NULL,
  name TEXT NOT NULL,
  asset_class TEXT NOT NULL CHECK (asset_class IN ('equity', 'bond', 'fund', 'etf', 'commodity')),
  currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3)
);

CREATE TABLE prices (
  security_id INTEGER NOT NULL REFERENCES securities (id) ON DELETE CASCADE,
  priced_on TEXT NOT NULL CHECK (priced_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  close_price INTEGER NOT NULL CHECK (close_price > 0),
  PRIMARY KEY (security_id, priced_on)
) WITHOUT ROWID;

CREATE TABLE holdings (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  security_id INTEGER NOT NULL REFERENCES securities (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  average_cost INTEGER NOT NULL CHECK (average_cost >= 0),
  book_value INTEGER GENERATED ALWAYS AS (quantity * average_cost / 10000) STORED,
  updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (account_id, security_id)
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
  security_id INTEGER NOT NULL REFERENCES securities (id) ON DELETE RESTRICT,
  side TEXT NOT NULL CHECK (side IN ('buy', 'sell')),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  limit_price INTEGER CHECK (limit_price IS NULL OR limit_price > 0),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'filled', 'canceled', 'expired')),
  placed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  filled_at TEXT
);

CREATE TABLE transactions (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
  order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL,
  type TEXT NOT NULL CHECK (type IN ('deposit', 'withdrawal', 'buy', 'sell', 'dividend', 'interest', 'fee')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  reference TEXT,
  note TEXT,
  booked_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE fees (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('management', 'performance', 'custody')),
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('contract', 'identity', 'statement', 'tax', 'other')),
  content BLOB,
  metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
  uploaded_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX clients_advisor_id ON clients (advisor_id);
CREATE INDEX clients_name ON clients (name COLLATE NOCASE);
CREATE INDEX accounts_client_id ON accounts (client_id);
CREATE INDEX holdings_security_id ON holdings (security_id);
CREATE INDEX orders_account_id_placed_at ON orders (account_id, placed_at DESC);
CREATE INDEX orders_open ON orders (security_id) WHERE status = 'open';
CREATE INDEX transactions_account_id_booked_at ON transactions (account_id, booked_at);
CREATE INDEX transactions_order_id ON transactions (order_id);
CREATE INDEX fees_account_id ON fees (account_id);
CREATE INDEX documents_client_id ON documents (client_id);

-- Every booking moves the balance of its account in the same transaction.
CREATE TRIGGER transactions_move_balance AFTER INSERT ON transactions
BEGIN
  UPDATE accounts SET balance = balance + NEW.amount WHERE id = NEW.account_id;
END;

-- What every client owns, at the latest known price of each security.
CREATE VIEW client_positions AS
SELECT
  c.id AS client_id,
  c.name AS client,
  a.number AS account,
  s.ticker AS ticker,
  h.quantity / 10000.0 AS quantity,
  h.book_value AS book_value,
  h.quantity * (
    SELECT p.close_price FROM prices p
    WHERE p.security_id = s.id ORDER BY p.priced_on DESC LIMIT 1
  ) / 10000 AS market_value
FROM holdings h
JOIN accounts a ON a.id = h.account_id
JOIN clients c ON c.id = a.client_id
JOIN securities s ON s.id = h.security_id;
