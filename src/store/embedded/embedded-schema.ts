/** The number of this layout, kept in the file: a file of another one is refused. */
export const LAYOUT_VERSION = 1;

/**
 * One layout for every kind. `record` holds the truth; the tables after it are derived from it by `embedded-rows.ts`,
 * and each starts with what it is searched by. Keys are texts, compared byte by byte, which is code-point order in UTF-8.
 */
export const LAYOUT = `
CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  uuid TEXT NOT NULL,
  version INTEGER NOT NULL,
  loading INTEGER NOT NULL,
  counts TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  from_id TEXT,
  to_id TEXT,
  revision INTEGER NOT NULL,
  fields TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;

CREATE TABLE link (
  target TEXT NOT NULL,
  type TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (target, type, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  source TEXT NOT NULL,
  fact TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (source, fact, evidence)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (scheme, value, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_key (
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  missing INTEGER NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, field, missing, value, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE filter_value (
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, field, value, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_set (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  author TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  change_set TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (version, id)
) STRICT;

CREATE INDEX change_of_record ON change (id, version);
`;
