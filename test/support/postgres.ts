import { once } from "node:events";
import { createServer } from "node:net";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasCommand, shell } from "./shell.ts";

/** A PostgreSQL server of a test's own, on this machine alone. */
export interface Postgres {
  /** Of the database `pulumi`, as Pulumi takes it. */
  readonly url: string;
  /** What a query answers, a line each. */
  query(sql: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts a server. Nothing where PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const bin = await binaries();
  if (bin === undefined) return undefined;
  const folder = await mkdtemp("/tmp/keylab-postgres-");
  const port = await freePort();
  const data = join(folder, "data");
  const { as, ids } = await serverUser();
  if (ids) await chown(folder, ids.uid, ids.gid);
  const run = async (program: string, ...args: readonly string[]) => {
    const [command = "", ...rest] = [...as, join(bin, program), ...args];
    const { exitCode, stdout, stderr } = await shell(command, rest, { PATH: process.env.PATH });
    if (exitCode !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  await run("initdb", "-D", data, "-U", "keylab", "-A", "trust");
  const options = `-h 127.0.0.1 -p ${port} -k ${folder} -F`;
  await run("pg_ctl", "-D", data, "-o", options, "-l", join(folder, "log"), "-w", "start");
  const query = async (sql: string, database = "pulumi") => {
    const answer = await run("psql", "-h", "127.0.0.1", "-p", `${port}`, "-U", "keylab", "-d", database, "-tAc", sql);
    return answer.split("\n").filter((line) => line !== "");
  };
  await query("create database pulumi", "postgres");
  return {
    url: `postgres://keylab@127.0.0.1:${port}/pulumi?sslmode=disable`,
    query: (sql) => query(sql),
    stop: async () => {
      await run("pg_ctl", "-D", data, "-m", "immediate", "stop");
      await rm(folder, { recursive: true });
    },
  };
}

async function binaries(): Promise<string | undefined> {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const folders = versions.map((version) => join("/usr/lib/postgresql", version, "bin"));
  for (const folder of folders) if (await hasCommand(join(folder, "initdb"))) return folder;
  return undefined;
}

/** PostgreSQL refuses to run as root. */
async function serverUser() {
  if (process.getuid?.() !== 0) return { as: [] };
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await shell("id", [flag, "postgres"], process.env)).stdout)),
  );
  if (uid === undefined || gid === undefined) throw new Error("There is no user postgres.");
  return { as: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"], ids: { uid, gid } };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
