import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { deployAll } from "../../../sandboxes/deploy/deployAll.ts";
import { closeClass } from "../../../sandboxes/end/closeClass.ts";
import { exposing } from "../../../sandboxes/end/exposing.ts";
import { readCredentials } from "../../../sandboxes/handover/credentialsRecord.ts";
import { handOut } from "../../../sandboxes/handover/handOut.ts";
import { filesBelow } from "../handover/filesBelow.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

describe("a sandbox that begins anew after it was handed out", () => {
  let autumn: TestClass;

  before(async () => {
    autumn = await testClass([{ id: "ada", state: "requested", blueprint: "do-it-yourself" }]);
    await deployAll({ ...autumn, ids: ["ada"], hear: () => undefined }, autumn.places);
  });
  after(async () => autumn.close());

  const secrets = () =>
    (readCredentials(autumn.folder.leases.folderOf("ada")) ?? []).flatMap((one) => [one.secretAccessKey, one.password]);

  it("has its new credentials where the old ones were, which nobody finds any more, and in the end none", async () => {
    const { desk, elsewhere, folder } = autumn;
    const recipients = [await identityToRecipient(await generateIdentity())];
    await handOut({ sandboxes: [], out: join(elsewhere, "out"), sheet: join(elsewhere, "sheet.html") }, desk, autumn);
    await handOut({ sandboxes: [], out: elsewhere, encryption: { kind: "age", recipients } }, desk, autumn);
    const old = secrets();
    const written = ["out/ada/.env", "out/ada/ada-admin_credentials.csv", "out/ada/aws-config", "sheet.html"];
    expect(Object.keys(filesBelow(elsewhere))).to.deep.equal(["ada.age", ...written]);

    await desk.reset("ada");
    expect(folder.leases.get("ada").state).to.equal("ready");
    const fresh = secrets();
    expect(fresh).to.have.length(2);
    expect(fresh).to.not.have.members(old);
    expect(Object.keys(filesBelow(elsewhere))).to.deep.equal(written);
    expect(await exposing([folder.path, elsewhere], old)).to.deep.equal([]);
    const [key = "", password = ""] = fresh;
    expect(readFileSync(join(elsewhere, "out/ada/.env"), "utf8")).to.contain(`AWS_SECRET_ACCESS_KEY=${key}\n`);
    expect(await exposing([join(elsewhere, "sheet.html")], [password])).to.have.length(1);

    const { exposed, report } = await closeClass(autumn, () => undefined);
    expect([exposed, report.handOuts, report.remaining]).to.deep.equal([[], [], []]);
    expect(filesBelow(elsewhere)).to.deep.equal({});
    expect(await exposing([folder.path, elsewhere], fresh)).to.deep.equal([]);
  });
});
