"""The second fence: row-level security in PostgreSQL, saying the same as `rader` in SQL.

Policies read the settings that `samvern.engine.lesing` gives each transaction. Without them no row
of a case or a person is seen, whoever has forgotten to ask. FORCE makes them hold for the owner of
the tables too; a superuser and a role with BYPASSRLS pass all the same (docs/drift.md). Nothing
here runs on SQLite. Source: trust table A1, D10.
"""

from collections.abc import Iterator
from typing import Final

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

POLICY: Final = "samvern_rader"
INSERT_POLICY: Final = "samvern_nye_rader"

CASES: Final[dict[str, str]] = {
    "saker_sak": "id",
    "saker_hendelse": "sak_id",
    "saker_saksstand": "sak_id",
    "saker_saksdeltaker": "sak_id",
    "saker_saksplassering": "sak_id",
    "saker_saksfrist": "sak_id",
    "saker_saksoppgave": "sak_id",
}
"""Tables whose every row belongs to one case, and the column that says which."""
OWN: Final = ("saker_innsending", "saker_noedtilgang")
"""Tables whose rows belong to the user who made them."""
SHUT: Final = "saker_sakssperre"
"""Which cases are shut for whom; made by a later migration than the first policies."""
PERSONS: Final[dict[str, str]] = {
    "person": "id",
    "personopplysning": "person_id",
    "personnavn": "person_id",
    "personnummer": "person_id",
    "kontaktopplysning": "person_id",
}
"""Tables whose rows tell who somebody is: seen through a case that is seen."""

_SETTING = "coalesce(current_setting('samvern.{}', true), '')"

SEES_ALL: Final = f"""
CREATE OR REPLACE FUNCTION samvern_ser_alt() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT {_SETTING.format("rolle")} IN ('nk', 'nk_leder', 'system')
$$
"""
# The table may not be there yet when the first policies are made.
SHUT_OUT: Final = f"""
CREATE OR REPLACE FUNCTION samvern_stengte_saker() RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    _bruker uuid := nullif({_SETTING.format("bruker")}, '')::uuid;
    _dag date := nullif({_SETTING.format("dag")}, '')::date;
BEGIN
    IF _bruker IS NULL OR to_regclass('{SHUT}') IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT x.sak_id FROM {SHUT} x
        WHERE x.bruker = _bruker AND x.fra <= _dag AND (x.til IS NULL OR x.til >= _dag);
END $$
"""  # noqa: S608 -- names of our own settings and table only
# Inside, the role is for a moment the program's own: the query must see the rows of everyone who
# takes part, and the policies must not call this function again. An error undoes it all.
VISIBLE: Final = f"""
CREATE OR REPLACE FUNCTION samvern_mine_saker() RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    _rolle text := {_SETTING.format("rolle")};
    _bruker uuid := nullif({_SETTING.format("bruker")}, '')::uuid;
    _virksomhet uuid := nullif({_SETTING.format("virksomhet")}, '')::uuid;
    _virksomheter uuid[] := string_to_array({_SETTING.format("virksomheter")}, ',')::uuid[];
    _dag date := nullif({_SETTING.format("dag")}, '')::date;
    _naa timestamptz := nullif({_SETTING.format("naa")}, '')::timestamptz;
BEGIN
    IF _rolle = '' THEN
        RETURN;
    END IF;
    PERFORM set_config('samvern.rolle', 'system', true);
    RETURN QUERY
    SELECT s.sak_id FROM saker_saksstand s WHERE NOT s.avsluttet
        AND s.sak_id NOT IN (SELECT samvern_stengte_saker()) AND s.sak_id IN (
        SELECT d.sak_id FROM saker_saksdeltaker d
        WHERE _rolle = 'faglig_ansvarlig' AND d.slag = 'faglig_ansvarlig' AND d.bruker = _bruker
            AND d.fra <= _dag AND (d.til IS NULL OR d.til >= _dag)
        UNION ALL
        SELECT d.sak_id FROM saker_saksdeltaker d
        WHERE d.slag = ANY (CASE _rolle
                WHEN 'institusjon' THEN ARRAY['institusjon', 'helseforetak', 'oppholdssted']
                WHEN 'rhf' THEN ARRAY['rhf']
                WHEN 'statsadvokat' THEN ARRAY['embete']
                WHEN 'politi' THEN ARRAY['politidistrikt']
                WHEN 'kontrollkommisjon' THEN ARRAY['kontrollkommisjon']
                WHEN 'statsforvalter' THEN ARRAY['statsforvalter']
                ELSE ARRAY[]::text[] END)
            AND d.virksomhet = ANY (_virksomheter)
            AND d.fra <= _dag AND (d.til IS NULL OR d.til >= _dag)
        UNION ALL
        SELECT d.sak_id FROM saker_saksdeltaker d
        JOIN virksomheter_virksomhetsversjon v ON v.virksomhet_id = d.virksomhet
        WHERE _rolle = 'institusjon' AND d.slag IN ('institusjon', 'helseforetak', 'oppholdssted')
            AND v.overordnet_id = ANY (_virksomheter) AND v.erstattet IS NULL
            AND v.gyldig_fra <= _dag AND (v.gyldig_til IS NULL OR v.gyldig_til >= _dag)
            AND d.fra <= _dag AND (d.til IS NULL OR d.til >= _dag)
        UNION ALL
        SELECT d.sak_id FROM saker_saksdeltaker d
        WHERE _rolle = 'kriminalomsorg' AND d.slag = 'kriminalomsorg'
            AND d.fra <= _dag AND (d.til IS NULL OR d.til >= _dag)
        UNION ALL
        SELECT n.sak_id FROM saker_noedtilgang n
        WHERE _rolle IN ('faglig_ansvarlig', 'institusjon', 'rhf', 'statsadvokat', 'politi',
                'kontrollkommisjon', 'statsforvalter', 'kriminalomsorg')
            AND n.bruker = _bruker AND n.rolle = _rolle AND n.virksomhet = _virksomhet
            AND n.aapnet <= _naa AND n.utloeper > _naa
    );
    PERFORM set_config('samvern.rolle', _rolle, true);
END $$
"""  # noqa: S608 -- names of our own settings only
_FUNCTIONS = ("samvern_mine_saker()", "samvern_stengte_saker()", "samvern_ser_alt()")
# CASE, not OR: only the branch that is needed may run.
_SEEN = "CASE WHEN samvern_ser_alt() THEN {} ELSE {} END"


def _force(table: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"


def _policy(table: str, condition: str, of_all: str = "true") -> Iterator[str]:
    """Who sees all sees the rows that `of_all` lets through; everyone else by the condition."""
    yield from _force(table)
    yield f"DROP POLICY IF EXISTS {POLICY} ON {table}"
    yield f"CREATE POLICY {POLICY} ON {table} USING ({_SEEN.format(of_all, condition)})"


def statements() -> Iterator[str]:
    """Every statement that puts the fence up, in order. Running them again changes nothing."""
    yield from (SEES_ALL, SHUT_OUT, VISIBLE)
    for table, column in CASES.items():
        not_shut = f"{column} NOT IN (SELECT samvern_stengte_saker())"
        yield from _policy(table, f"{column} IN (SELECT samvern_mine_saker())", not_shut)
    for table in OWN:
        yield from _policy(table, f"bruker::text = {_SETTING.format('bruker')}")
    through = "SELECT person_id FROM saker_sak WHERE id IN (SELECT samvern_mine_saker())"
    for table, column in PERSONS.items():
        yield from _policy(table, f"{column} IN ({through})")
        # Whoever registers somebody new writes the rows before there is a case.
        yield f"DROP POLICY IF EXISTS {INSERT_POLICY} ON {table}"
        yield (
            f"CREATE POLICY {INSERT_POLICY} ON {table} FOR INSERT"
            f" WITH CHECK ({_SETTING.format('rolle')} <> '')"
        )


def put_up(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the functions and policies. For a migration; does nothing on SQLite."""
    if editor.connection.vendor != "postgresql":
        return
    for statement in statements():
        editor.execute(statement, params=None)


def put_up_shut(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """The policies once more, with the table of shut cases: a user's rows are read by the user, who
    must be kept out, and by those who see all."""
    put_up(apps, editor)
    if editor.connection.vendor == "postgresql":
        for statement in _policy(SHUT, f"bruker::text = {_SETTING.format('bruker')}"):
            editor.execute(statement, params=None)


def take_down_shut(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Before the table goes: its policy; the functions find no table and shut nothing."""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP POLICY IF EXISTS {POLICY} ON {SHUT}", params=None)


def take_down(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove them, when the migration is undone."""
    if editor.connection.vendor != "postgresql":
        return
    for table in (*CASES, *OWN, *PERSONS):
        for policy in (POLICY, INSERT_POLICY):
            editor.execute(f"DROP POLICY IF EXISTS {policy} ON {table}", params=None)
        editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", params=None)
        editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY", params=None)
    for function in _FUNCTIONS:
        editor.execute(f"DROP FUNCTION IF EXISTS {function}", params=None)
