import { Client, DatabaseError } from "pg";
import { UserError } from "../../errors/userError.ts";
import { tellableBackend } from "../../runner/backend.ts";
import { locksFolder, readLock, type Locks } from "./lock.ts";

/** Whoever does not answer within that many seconds is not there, unless the URL or the shell has more patience. */
const patience = "10";

/**
 * What Pulumi's driver takes from the shell where the URL does not say it, and what holds where neither does. Source: lib/pq. The rest,
 * `PGUSER`, `PGPASSWORD`, `PGPASSFILE` and so on, our driver looks up by itself.
 */
const parametersOfShell = [
  ["sslmode", "PGSSLMODE", "require"],
  ["sslcert", "PGSSLCERT", undefined],
  ["sslkey", "PGSSLKEY", undefined],
  ["sslrootcert", "PGSSLROOTCERT", undefined],
  ["connect_timeout", "PGCONNECT_TIMEOUT", patience],
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The locks of a backend in PostgreSQL. Pulumi keeps a row for each file: `key` is its path below the name of the database, and `data` holds
 * its bytes in base64 as `data`. The URL is as Pulumi takes it, `postgres://user@host/database`, with `table` and the parameters of PostgreSQL after a
 * question mark.
 *
 * @throws UserError for a table that Pulumi could not have made; from its functions, where the database cannot be asked.
 */
export function postgresLocks(backend: string, environment: Environment): Locks {
  const url = new URL(backend);
  const table = tableOf(url);
  const root = decodeURIComponent(url.pathname).replace(/^\/|\/$/g, "");
  const prefix = `${root === "" ? "" : `${root}/`}${locksFolder}`;
  let connected: Promise<Client> | undefined;
  const query = async (sql: string, value: string, done: string) => {
    try {
      connected ??= connect(url, environment);
      return await (await connected).query<Row>(sql, [value]);
    } catch (error) {
      return tell(error, { where: tellableBackend(url.href), table, done });
    }
  };
  return {
    list: async () => {
      const sql = `select key, data->>'data' as data from ${table} where starts_with(key, $1) order by key`;
      const { rows } = await query(sql, prefix, "read");
      return rows.flatMap(({ key, data }) => readLock(key, Buffer.from(data ?? "", "base64").toString()) ?? []);
    },
    remove: async ({ path }) => {
      await query(`delete from ${table} where key = $1`, path, "changed");
    },
    close: async () => (await connected?.catch(() => undefined))?.end(),
  };
}

interface Row {
  readonly key: string;
  readonly data: string | null;
}

/** Pulumi writes the name into its statements as it stands. */
function tableOf({ searchParams }: URL): string {
  const table = searchParams.get("table") ?? "";
  if (table === "") return "pulumi_state";
  if (/^[a-z_]\w*$/i.test(table)) return table;
  throw new UserError(
    `${JSON.stringify(table)} is no name of a table that Pulumi can keep state in.`,
    "Give ?table= one of letters, digits and underscores, as pulumi login takes it.",
  );
}

async function connect({ href }: URL, environment: Environment): Promise<Client> {
  const url = new URL(href);
  url.searchParams.delete("table");
  for (const [parameter, variable, fallback] of parametersOfShell) {
    const value = [url.searchParams.get(parameter), environment[variable], fallback].find(Boolean);
    if (value) url.searchParams.set(parameter, value);
  }
  // As PostgreSQL and Pulumi's driver understand sslmode: "require" encrypts, and does not ask who the server is.
  url.searchParams.set("uselibpqcompat", "true");
  const seconds = Number(url.searchParams.get("connect_timeout"));
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: seconds * 1000 });
  // A connection that breaks fails the query that waits for it; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

interface Attempt {
  /** The backend as it may be told. */
  readonly where: string;
  readonly table: string;
  /** What was to be done with it. */
  readonly done: string;
}

/** The codes are PostgreSQL's. */
function tell(error: unknown, { where, table, done }: Attempt): never {
  if (!(error instanceof Error)) throw error;
  const code = error instanceof DatabaseError ? error.code : undefined;
  if (code === "42P01")
    throw new UserError(
      `${where} has no table ${table}: Pulumi has kept no state there.`,
      "Check the database and ?table= of the URL.",
      1,
    );
  // Several addresses that all failed are one error without a message.
  const [first = error] = error instanceof AggregateError ? error.errors.filter((one) => one instanceof Error) : [];
  throw new UserError(
    `The backend ${where} cannot be ${done} (${first.message}).`,
    code?.startsWith("28")
      ? "Check user and password: in the URL, PGPASSWORD, or PGPASSFILE."
      : "Check its URL, and whether the server answers: psql with the same URL tells.",
    1,
  );
}
