import { hostname } from "node:os";
import { expect } from "chai";
import { postgresLocks } from "../../../cli/unlock/postgresLocks.ts";
import { UserError } from "../../../errors/userError.ts";
import { startPostgres, type Postgres } from "../../support/postgres.ts";
import { hasCommand } from "../../support/shell.ts";

const timestamp = "2026-11-26T09:30:00.000000000Z";
const password = "s3cret-pass";
const ana = { pid: 5847, username: "ana", hostname: hostname(), timestamp };

describe("postgresLocks", function () {
  this.timeout(60_000);
  let server: Postgres;

  before(async function () {
    const started = await startPostgres();
    if (started === undefined) {
      process.stderr.write("PostgreSQL is not on this machine: its tests are skipped.\n");
      this.skip();
    }
    server = started;
    const [hba = ""] = await server.query("show hba_file");
    await server.query(`create role guarded login password '${password}'`);
    await server.query(
      `copy (values ('host all guarded all scram-sha-256'), ('host all all all trust')) to '${hba}' with (format text)`,
    );
    for (const table of ["pulumi_state", "others"])
      await server.query(`create table ${table} (key text primary key, data json not null)`);
    await server.query("grant select on pulumi_state to guarded");
    await server.query("select pg_reload_conf()");
  });
  after(() => server.stop());
  afterEach(async () => {
    for (const table of ["pulumi_state", "others"]) await server.query(`delete from ${table}`);
  });

  const put = async (key: string, text: string, table = "pulumi_state") => {
    const data = JSON.stringify({ data: Buffer.from(text).toString("base64") });
    await server.query(`insert into ${table} values ('${key}', '${data}')`);
  };
  /** The URL of the server, with something of it changed. */
  const urlWith = (change: (url: URL) => void): string => {
    const url = new URL(server.url);
    change(url);
    return url.href;
  };
  const listed = async (url: string, environment = {}) => {
    const locks = postgresLocks(url, environment);
    try {
      return await locks.list();
    } finally {
      await locks.close();
    }
  };
  const refused = async (url: string, environment = {}) => {
    const error = await listed(url, environment).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    if (!(error instanceof UserError)) throw new Error(`It was not refused: ${String(error)}`);
    expect(error.message + error.nextStep).to.not.include(password);
    return [error.message, error.nextStep, error.exitCode];
  };

  it("lists the locks below the name of the database, and nothing else", async () => {
    const path = "pulumi/.pulumi/locks/organization/keylab/dev/0a1b.json";
    await put(path, JSON.stringify(ana));
    await put("pulumi/.pulumi/locks/organization/keylab/dev/half.json", '{"pid":');
    await put("pulumi/.pulumi/stacks/keylab/dev.json", JSON.stringify(ana));
    await put("elsewhere/.pulumi/locks/organization/keylab/dev/0a1b.json", JSON.stringify(ana));
    expect(await listed(server.url)).to.deep.equal([{ ...ana, stack: "keylab/dev", path }]);
  });

  it("removes one lock and leaves the others", async () => {
    for (const stack of ["dev", "staging"])
      await put(`pulumi/.pulumi/locks/organization/keylab/${stack}/0a1b.json`, JSON.stringify(ana));
    const locks = postgresLocks(server.url, {});
    const [first] = await locks.list();
    if (first === undefined) throw new Error("There is no lock.");
    await locks.remove(first);
    expect((await locks.list()).map(({ stack }) => stack)).to.deep.equal(["keylab/staging"]);
    await locks.close();
  });

  it("reads the table that the URL names", async () => {
    await put("pulumi/.pulumi/locks/organization/keylab/dev/0a1b.json", JSON.stringify(ana), "others");
    expect(await listed(server.url)).to.deep.equal([]);
    expect(await listed(`${server.url}&table=Others`)).to.have.length(1);
  });

  it("refuses the name of a table that is more than a name", () => {
    expect(() => postgresLocks(`${server.url}&table=a;drop`, {})).to.throw(UserError, '"a;drop" is no name of a table');
  });

  it("tells which table is missing", async () => {
    expect(await refused(`${server.url}&table=nowhere`)).to.deep.equal([
      `${tellable()} has no table nowhere: Pulumi has kept no state there.`,
      "Check the database and ?table= of the URL.",
      1,
    ]);
  });

  it("takes a password from the URL, and tells a wrong one without repeating it", async () => {
    const withPassword = (value: string) =>
      urlWith((url) => {
        url.username = "guarded";
        url.password = value;
      });
    expect(await listed(withPassword(password))).to.deep.equal([]);
    expect(await refused(withPassword(`${password}-wrong`))).to.deep.equal([
      `The backend ${tellable()} cannot be read (password authentication failed for user "guarded").`,
      "Check user and password: in the URL, PGPASSWORD, or PGPASSFILE.",
      1,
    ]);
  });

  it("tells of a lock that it may read and not remove", async () => {
    await put("pulumi/.pulumi/locks/organization/keylab/dev/0a1b.json", JSON.stringify(ana));
    const guarded = urlWith((url) => {
      url.username = "guarded";
      url.password = password;
    });
    const locks = postgresLocks(guarded, {});
    const [lock] = await locks.list();
    if (lock === undefined) throw new Error("There is no lock.");
    const error = await locks.remove(lock).catch((problem: unknown) => problem);
    await locks.close();
    expect(error).to.be.instanceOf(UserError);
    expect(error instanceof Error && error.message).to.equal(
      `The backend ${tellable()} cannot be changed (permission denied for table pulumi_state).`,
    );
  });

  it("tells that nobody answers", async () => {
    const nobody = urlWith((url) => {
      url.port = "1";
      url.password = password;
    });
    expect(await refused(nobody)).to.deep.equal([
      "The backend postgres://127.0.0.1:1/pulumi cannot be read (connect ECONNREFUSED 127.0.0.1:1).",
      "Check its URL, and whether the server answers: psql with the same URL tells.",
      1,
    ]);
  });

  it("encrypts unless the URL or the shell says otherwise, as Pulumi does", async () => {
    const plain = urlWith((url) => {
      url.search = "";
    });
    const [message] = await refused(plain);
    expect(message).to.equal(`The backend ${tellable()} cannot be read (The server does not support SSL connections).`);
    expect(await listed(plain, { PGSSLMODE: "disable" })).to.deep.equal([]);
  });

  it("asks who the server is where sslmode says so, and only there", async function () {
    if (!(await hasCommand("openssl", ["version"]))) this.skip();
    await server.query(
      "copy (select 1) to program 'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2 -keyout server.key -out server.crt 2>/dev/null; chmod 600 server.key'",
    );
    await server.query("alter system set ssl = on");
    await server.query("select pg_reload_conf()");
    const [folder = ""] = await server.query("show data_directory");
    const withSsl = (search: string) =>
      urlWith((url) => {
        url.search = search;
      });
    expect(await listed(withSsl(""))).to.deep.equal([]);
    expect(await listed(withSsl(`?sslmode=verify-ca&sslrootcert=${folder}/server.crt`))).to.deep.equal([]);
    expect((await refused(withSsl("?sslmode=verify-full")))[0]).to.equal(
      `The backend ${tellable()} cannot be read (self-signed certificate).`,
    );
    expect((await refused(withSsl(`?sslmode=verify-full&sslrootcert=${folder}/server.crt`)))[0]).to.include(
      "does not match certificate's altnames",
    );
  });

  function tellable(): string {
    return `postgres://${new URL(server.url).host}/pulumi`;
  }
});
