import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { writeCredentials } from "../../../sandboxes/handover/credentialsRecord.ts";
import { handOut, type HandOutOrder } from "../../../sandboxes/handover/handOut.ts";
import { passwordsFile } from "../../../sandboxes/handover/passwordsFile.ts";
import { renewHandOuts } from "../../../sandboxes/handover/renewHandOuts.ts";
import { staleHandOuts } from "../../../sandboxes/handover/staleHandOuts.ts";
import { filesBelow } from "./filesBelow.ts";
import { credentialsOf, testClass, type TestClass } from "./testClass.ts";

describe("hand-outs whose credentials are others now", () => {
  let autumn: TestClass;
  let recipient: string;

  before(async () => {
    recipient = await identityToRecipient(await generateIdentity());
  });
  beforeEach(async () => {
    autumn = await testClass([{ id: "ada" }, { id: "bob" }]);
  });
  afterEach(async () => autumn.close());

  const hand = async (order: Partial<HandOutOrder>) => handOut({ sandboxes: [], ...order }, autumn.desk, autumn);
  const leaseFolder = (id: string) => autumn.folder.leases.folderOf(id);
  const stale = (id: string) => staleHandOuts(id, autumn.folder).map(({ path }) => path);
  const at = (...names: readonly string[]) => join(autumn.elsewhere, ...names);

  /** What a reset does to the credentials, or an end. */
  const change = (id: string, generation: number | undefined) =>
    writeCredentials(leaseFolder(id), generation === undefined ? undefined : credentialsOf(id, generation));

  function text(folder: string): string {
    const contents = Object.keys(filesBelow(folder)).map((file) => readFileSync(join(folder, file), "utf8"));
    return contents.join("\n");
  }

  /** Whether secret access keys are in clear below a folder: they look the same in every format. */
  function tells(folder: string, id: string, generation: number): boolean {
    const all = text(folder);
    return credentialsOf(id, generation).some(({ secretAccessKey }) => all.includes(secretAccessKey));
  }

  it("stay as they are while the credentials are the same, as after a thaw", async () => {
    await hand({ out: at("out"), sheet: at("sheet.html") });
    const before = text(at("."));
    expect(stale("ada")).to.deep.equal([]);
    await renewHandOuts("ada", autumn);
    expect(text(at("."))).to.equal(before);
  });

  it("are written again in clear wherever they were, and those of others stay", async () => {
    await hand({ out: at("one") });
    await hand({ out: at("two"), sandboxes: ["ada"], sheet: at("sheet.html") });
    await hand({ sheet: at("all.html") });
    const names = Object.keys(filesBelow(autumn.elsewhere));
    change("ada", 2);
    expect(stale("ada")).to.have.length(10);
    await renewHandOuts("ada", autumn);
    expect(Object.keys(filesBelow(autumn.elsewhere))).to.deep.equal(names);
    expect(tells(autumn.elsewhere, "ada", 1)).to.equal(false);
    for (const place of [at("one"), at("two")]) expect(tells(place, "ada", 2), place).to.equal(true);
    for (const sheet of ["sheet.html", "all.html"]) {
      const page = readFileSync(at(sheet), "utf8");
      expect(page).to.contain(credentialsOf("ada", 2)[0]?.secretAccessKey);
      expect(page.includes("bob-admin")).to.equal(sheet === "all.html");
    }
    expect(tells(at("one"), "bob", 1)).to.equal(true);
    expect(stale("ada")).to.deep.equal([]);
  });

  it("are deleted where they are encrypted, with their passwords, and not written again", async () => {
    await hand({ out: at("age"), encryption: { kind: "age", recipients: [recipient] } });
    await hand({ out: at("zip"), encryption: { kind: "password" } });
    change("ada", 2);
    await renewHandOuts("ada", autumn);
    expect(filesBelow(autumn.elsewhere)).to.have.all.keys("age/bob.age", "zip/bob.zip");
    const rows = parse(readFileSync(passwordsFile(autumn.folder.path), "utf8"));
    expect(rows.slice(1).map(([sandbox]) => sandbox)).to.deep.equal(["bob"]);
    expect(stale("ada")).to.deep.equal([]);

    change("bob", 2);
    await renewHandOuts("bob", autumn);
    expect(existsSync(passwordsFile(autumn.folder.path))).to.equal(false);
    expect(existsSync(autumn.elsewhere)).to.equal(false);
  });

  it("go where the sandbox has none any more, and leave the pages of others on sheets", async () => {
    await hand({ out: at("out"), sheet: at("sheet.html") });
    change("ada", undefined);
    await renewHandOuts("ada", autumn);
    expect(Object.keys(filesBelow(at("out"))).filter((name) => !name.startsWith("bob/"))).to.deep.equal([]);
    const page = readFileSync(at("sheet.html"), "utf8");
    expect(page).to.contain("bob-admin").and.not.contain("ada");

    change("bob", undefined);
    await renewHandOuts("bob", autumn);
    expect(existsSync(autumn.elsewhere)).to.equal(false);
  });

  it("go, and are not written again, where the new ones may not be handed out", async () => {
    await hand({ out: at("out"), sheet: at("sheet.html"), sandboxes: ["ada"] });
    change("ada", 2);
    autumn.folder.isolation = undefined;
    await renewHandOuts("ada", autumn);
    expect(existsSync(autumn.elsewhere)).to.equal(false);
  });

  it("are not written again where somebody has deleted them", async () => {
    await hand({ out: at("out"), sheet: at("sheet.html") });
    rmSync(at("out", "ada"), { recursive: true });
    rmSync(at("sheet.html"));
    change("ada", 2);
    await renewHandOuts("ada", autumn);
    expect(Object.keys(filesBelow(autumn.elsewhere)).every((name) => name.startsWith("out/bob/"))).to.equal(true);
    expect(stale("ada")).to.deep.equal([]);
  });

  it("are left, and stay known, where somebody has changed them", async () => {
    await hand({ out: at("out"), sheet: at("sheet.html"), sandboxes: ["ada"] });
    writeFileSync(at("out", "ada", ".env"), "mine");
    writeFileSync(at("sheet.html"), "mine");
    change("ada", undefined);
    await renewHandOuts("ada", autumn);
    expect(filesBelow(autumn.elsewhere)).to.have.all.keys("out/ada/.env", "sheet.html");
    expect(stale("ada")).to.deep.equal([at("out", "ada", ".env"), at("sheet.html")]);
  });

  it("are written again beside those that somebody has changed", async () => {
    await hand({ out: at("out"), sandboxes: ["ada"] });
    writeFileSync(at("out", "ada", ".env"), "mine");
    change("ada", 2);
    await renewHandOuts("ada", autumn);
    expect(Object.keys(filesBelow(autumn.elsewhere))).to.have.length(4);
    expect(readFileSync(at("out", "ada", ".env"), "utf8")).to.equal("mine");
    expect(tells(at("out"), "ada", 2)).to.equal(true);
    expect(stale("ada")).to.deep.equal([at("out", "ada", ".env")]);
  });
});
