import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import { expect } from "chai";
import packageJson from "../../../package.json" with { type: "json" };
import { checkFormat, type Migration } from "../../../emulator/journal/format.ts";
import { DataFolderError } from "../../../emulator/journal/dataFolderError.ts";
import type { Database } from "../../../emulator/journal/levelStore.ts";

describe("The format of a data folder", () => {
  let folder = "";
  let database: Database;
  const applied: string[] = [];
  const first: Migration = () => Promise.resolve(void applied.push("first"));
  const second: Migration = () => Promise.resolve(void applied.push("second"));
  beforeEach(async () => {
    applied.length = 0;
    folder = await mkdtemp(join(tmpdir(), "keylab-format-"));
    database = new ClassicLevel(folder, { keyEncoding: "utf8", valueEncoding: "view" });
    await database.open();
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it("is the present one in a new folder, which nothing is done to", async () => {
    await checkFormat(database, "state", [first, second]);
    expect(applied).to.deep.equal([]);
    await checkFormat(database, "state", [first, second]);
    expect(applied).to.deep.equal([]);
  });

  it("is brought up from an older one, step by step, and once", async () => {
    await checkFormat(database, "state", []);
    await checkFormat(database, "state", [first]);
    expect(applied).to.deep.equal(["first"]);
    await checkFormat(database, "state", [first, second]);
    expect(applied).to.deep.equal(["first", "second"]);
  });

  it("is begun again where it was interrupted", async () => {
    await checkFormat(database, "state", []);
    const fails: Migration = () => Promise.reject(new Error("no space"));
    const thrown = await checkFormat(database, "state", [first, fails]).catch((error: unknown) => error);
    expect(String(thrown)).to.equal("Error: no space");
    await checkFormat(database, "state", [first, second]);
    expect(applied).to.deep.equal(["first", "second"]);
  });

  it("is refused where a newer version has made it", async () => {
    await checkFormat(database, "state", [first, second]);
    const thrown = await checkFormat(database, "state", [first]).catch((error: unknown) => error);
    if (!(thrown instanceof DataFolderError)) throw new Error("It was not refused.");
    expect(thrown.message).to.equal(
      `The folder state has the format 3, which a newer version of Keylab has made; this one (${packageJson.version}) reads up to 2.`,
    );
  });
});
