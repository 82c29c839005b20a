"""The tables of a library file, and the way from each older form to the newest.

The file's ``user_version`` counts the migrations that it has seen; each runs whole
or not at all.  There is no way back: a newer file is refused, never altered.
"""

import sqlite3

APPLICATION_ID = 0x4B534253
"""In the head of the file, so that another program's database is never touched."""

MIGRATIONS = (
    """
    CREATE TABLE raw (  -- what was published, byte for byte
        digest TEXT PRIMARY KEY,  -- SHA-256
        packed BLOB NOT NULL  -- zlib
    );
    CREATE TABLE edition (  -- one wording of one version
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL,
        version TEXT NOT NULL,  -- empty where the form prints none
        digest TEXT NOT NULL,  -- SHA-256 of duties, statements and links
        title TEXT NOT NULL,
        level INTEGER,
        route TEXT NOT NULL,
        status TEXT NOT NULL,
        earliest_start TEXT,
        latest_start TEXT,
        UNIQUE (reference, version, digest)
    );
    CREATE TABLE copy (  -- one file, or part of a list, that states an edition
        id INTEGER PRIMARY KEY,
        edition INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE,
        raw TEXT NOT NULL REFERENCES raw,
        nth INTEGER NOT NULL,  -- which of the standards that the raw file holds
        facts TEXT NOT NULL,  -- SHA-256 of every fact that was read
        file TEXT NOT NULL,
        place TEXT NOT NULL,
        address TEXT NOT NULL,
        fetched TEXT NOT NULL,
        added TEXT NOT NULL,
        reader TEXT NOT NULL,
        reader_version TEXT NOT NULL,
        UNIQUE (edition, raw, nth)
    );
    CREATE INDEX copy_of_raw ON copy (raw);
    CREATE TABLE wording (  -- each text once, however many versions print it
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        text TEXT NOT NULL
    );
    CREATE TABLE statement (  -- a duty or KSB of an edition
        edition INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE,
        nth INTEGER NOT NULL,
        key TEXT NOT NULL,
        wording INTEGER NOT NULL REFERENCES wording,
        PRIMARY KEY (edition, nth)
    ) WITHOUT ROWID;
    CREATE INDEX statement_of_wording ON statement (wording);
    CREATE VIRTUAL TABLE words USING fts5 (
        text,
        content = 'wording',
        content_rowid = 'id',
        tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER wording_added AFTER INSERT ON wording BEGIN
        INSERT INTO words (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER wording_removed AFTER DELETE ON wording BEGIN
        INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    """,
    """
    CREATE TABLE plan (  -- one file that states how a standard is assessed
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL,
        version TEXT NOT NULL,  -- of the standard; empty where the plan prints none
        title TEXT NOT NULL,
        raw TEXT NOT NULL REFERENCES raw,
        nth INTEGER NOT NULL,
        facts TEXT NOT NULL,  -- SHA-256 of every fact that was read
        file TEXT NOT NULL,
        place TEXT NOT NULL,
        address TEXT NOT NULL,
        fetched TEXT NOT NULL,
        added TEXT NOT NULL,
        reader TEXT NOT NULL,
        reader_version TEXT NOT NULL,
        UNIQUE (reference, version, facts)
    );
    CREATE INDEX plan_of_raw ON plan (raw);
    """,
)


class NotALibraryError(Exception):
    """The database is another program's, or a newer library than this one knows."""


def prepare(connection: sqlite3.Connection) -> None:
    """Bring a database up to the newest form; an empty one becomes a library.

    Raises NotALibraryError, having changed nothing.
    """
    version = _known_version(connection)
    if version == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been here while this one waited for its turn.
        for migration in MIGRATIONS[_known_version(connection) :]:
            _run(connection, migration)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _known_version(connection: sqlite3.Connection) -> int:
    version = _number(connection, "PRAGMA user_version")
    tables = _number(connection, "SELECT count(*) FROM sqlite_schema")
    owner = _number(connection, "PRAGMA application_id")
    if tables and owner != APPLICATION_ID:
        raise NotALibraryError("is the database of another program")
    if version > len(MIGRATIONS):
        raise NotALibraryError(
            f"is a library of form {version}, and this program knows forms up to "
            f"{len(MIGRATIONS)}; update curriculum"
        )
    return version


def _number(connection: sqlite3.Connection, query: str) -> int:
    number: int = connection.execute(query).fetchone()[0]
    return number


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: executescript would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
