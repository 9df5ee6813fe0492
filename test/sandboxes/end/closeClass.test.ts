import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { ClassDesk } from "../../../sandboxes/classDesk.ts";
import { closeClass } from "../../../sandboxes/end/closeClass.ts";
import { handOut, type HandOutOrder } from "../../../sandboxes/handover/handOut.ts";
import { passwordsFile } from "../../../sandboxes/handover/passwordsFile.ts";
import { writeHandOuts } from "../../../sandboxes/handover/writeHandOuts.ts";
import { exposing } from "../../../sandboxes/end/exposing.ts";
import { filesBelow } from "../handover/filesBelow.ts";
import { secretsOf, testClass, type TestClass } from "../handover/testClass.ts";

describe("the end of a class whose sandboxes were handed out", () => {
  let autumn: TestClass;
  let secrets: readonly string[];

  beforeEach(async () => {
    autumn = await testClass([{ id: "ada" }, { id: "bob", state: "active" }]);
    const recipients = [await identityToRecipient(await generateIdentity())];
    await writeHandOuts(autumn);
    const hand = async (order: Partial<HandOutOrder>) => handOut({ sandboxes: [], ...order }, autumn.desk, autumn);
    await hand({ out: at("clear"), sheet: at("sheet.html") });
    await hand({ out: at("age"), encryption: { kind: "age", recipients } });
    await hand({ out: at("zip"), encryption: { kind: "password" } });
    const [, ...rows] = parse(readFileSync(passwordsFile(autumn.folder.path), "utf8"));
    secrets = [...secretsOf("ada"), ...secretsOf("bob"), ...rows.map(([, , password = ""]) => password)];
  });
  afterEach(async () => autumn.close());

  const at = (...names: readonly string[]) => join(autumn.elsewhere, ...names);
  const close = async () => closeClass(autumn, () => undefined);
  const places = () => [autumn.folder.path, autumn.elsewhere];

  it("leaves no secret in any file, and no file outside of its folder", async () => {
    expect(secrets).to.have.length(10);
    for (const secret of secrets) expect(await exposing(places(), [secret]), secret).to.not.deep.equal([]);

    const { report, exposed } = await close();
    expect(report.handOuts).to.deep.equal([]);
    expect(exposed).to.deep.equal([]);
    expect(report.leases.map(({ state }) => state)).to.deep.equal(["ended", "ended"]);
    expect(await exposing(places(), secrets)).to.deep.equal([]);
    expect(existsSync(autumn.elsewhere)).to.equal(false);
    expect(Object.keys(filesBelow(autumn.folder.path)).filter((name) => !name.startsWith("leases/"))).to.deep.equal([
      "class.json",
      "isolation.json",
      "report.json",
    ]);
  });

  it("leaves what was changed since, and names it", async () => {
    const changed = [at("clear", "ada", ".env"), at("sheet.html"), at("zip", "bob.zip")];
    for (const path of changed) writeFileSync(path, `${secretsOf("ada").join("\n")}\nremark`);
    const { report, exposed } = await close();
    const reason = "It was changed since Keylab wrote it, or cannot be read. Delete it yourself.";
    const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path);
    expect(report.handOuts.toSorted(byPath)).to.deep.equal(changed.map((path) => ({ path, reason })));
    expect(exposed).to.deep.equal(changed);
    expect(Object.keys(filesBelow(autumn.elsewhere))).to.deep.equal(["clear/ada/.env", "sheet.html", "zip/bob.zip"]);
    expect(report).to.deep.equal(JSON.parse(readFileSync(join(autumn.folder.path, "report.json"), "utf8")));

    writeFileSync(at("zip", "bob.zip"), "nothing of it any more");
    expect((await close()).exposed, "its credentials are not known any more").to.deep.equal([]);
  });

  it("does not mind what was deleted before", async () => {
    writeFileSync(at("clear", "mine.txt"), "mine");
    for (const id of ["ada", "bob"]) await new ClassDesk(autumn).end(id);
    expect(Object.keys(filesBelow(autumn.elsewhere))).to.deep.equal(["clear/mine.txt"]);
    expect(await exposing(places(), secrets), "already when the sandboxes have ended").to.deep.equal([]);
    const { report, exposed } = await close();
    expect([report.handOuts, exposed]).to.deep.equal([[], []]);
    expect(readFileSync(at("clear", "mine.txt"), "utf8")).to.equal("mine");
  });

  it("deletes, with one sandbox that ends, what was handed out of it alone", async () => {
    await autumn.desk.end("ada");
    const left = Object.keys(filesBelow(autumn.elsewhere));
    expect(left.filter((name) => name.includes("ada"))).to.deep.equal([]);
    expect(left).to.include.members(["age/bob.age", "zip/bob.zip", "clear/bob/.env", "sheet.html"]);
    expect(await exposing(places(), secretsOf("ada"))).to.deep.equal([]);
    expect(await exposing([at("sheet.html")], secretsOf("bob"))).to.deep.equal([at("sheet.html")]);
  });
});
