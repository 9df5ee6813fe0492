import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { UserError } from "../../../errors/userError.ts";
import { writeCredentials } from "../../../sandboxes/handover/credentialsRecord.ts";
import { handOut, type HandOutOrder } from "../../../sandboxes/handover/handOut.ts";
import { handOutFiles } from "../../../sandboxes/handover/handOutFiles.ts";
import { handOutsFolder } from "../../../sandboxes/handover/handOutsFolder.ts";
import { passwordsFile } from "../../../sandboxes/handover/passwordsFile.ts";
import { writeHandOuts } from "../../../sandboxes/handover/writeHandOuts.ts";
import { aeDecrypt, WrongPassword } from "./aeDecrypt.ts";
import { filesBelow, modeOf } from "./filesBelow.ts";
import { credentialsOf, secretsOf, testClass, type TestClass } from "./testClass.ts";

/** What is written of a sandbox, as the endpoint of the class has it. */
function clear(id: string, { places }: TestClass): Readonly<Record<string, string>> {
  const { target } = places.home.place;
  const { region, endpoint } = target.clientConfiguration(target.administrator);
  return handOutFiles(credentialsOf(id), { region, endpoint });
}

function modes(...ids: readonly string[]): Readonly<Record<string, string>> {
  const names = (id: string) => [".env", "aws-config", `${id}-admin_credentials.csv`];
  const users = (id: string) => [...names(id), `${id}-nextwork-kms-user_credentials.csv`];
  return Object.fromEntries(ids.flatMap((id) => users(id).map((name) => [`${id}/${name}`, "600"])));
}

async function refusal(order: HandOutOrder, autumn: TestClass): Promise<UserError> {
  try {
    await handOut(order, autumn.desk, autumn);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("handing sandboxes out to files", () => {
  let autumn: TestClass;

  beforeEach(async () => {
    autumn = await testClass([
      { id: "ada" },
      { id: "bob", state: "active" },
      { id: "eve", state: "frozen" },
      { id: "ian", state: "ended" },
      { id: "new", state: "requested" },
      { id: "oli", isProved: false },
    ]);
  });
  afterEach(async () => autumn.close());

  const hand = async (order: Partial<HandOutOrder>) =>
    handOut({ sandboxes: [], out: autumn.elsewhere, ...order }, autumn.desk, autumn);
  const handOversOf = (id: string) => autumn.folder.leases.get(id).handOvers.map(({ to }) => to);

  describe("in clear", () => {
    it("writes all that are open and proved, a folder for each, for the user alone", async () => {
      const { sandboxes, paths } = await hand({});
      expect(sandboxes).to.deep.equal(["ada", "bob"]);
      expect(paths).to.deep.equal([join(autumn.elsewhere, "ada"), join(autumn.elsewhere, "bob")]);
      expect(filesBelow(autumn.elsewhere)).to.deep.equal(modes("ada", "bob"));
      for (const path of [autumn.elsewhere, ...paths]) expect(modeOf(path), path).to.equal("700");
      for (const [name, text] of Object.entries(clear("bob", autumn))) {
        expect(readFileSync(join(autumn.elsewhere, "bob", name), "utf8")).to.equal(text);
      }
    });

    it("writes only those that are named, each once, and records that they were handed over", async () => {
      expect((await hand({ sandboxes: ["bob", "bob"] })).sandboxes).to.deep.equal(["bob"]);
      expect(filesBelow(autumn.elsewhere)).to.deep.equal(modes("bob"));
      expect(handOversOf("bob")).to.deep.equal(["file"]);
      expect(handOversOf("ada")).to.deep.equal([]);
      await hand({ sandboxes: ["ada"] });
      expect(autumn.folder.leases.get("ada").state).to.equal("handed out");
    });

    it("takes the group and the world out of folders that were there", async () => {
      mkdirSync(join(autumn.elsewhere, "ada"), { recursive: true, mode: 0o777 });
      await hand({ sandboxes: ["ada"] });
      expect(modeOf(join(autumn.elsewhere, "ada"))).to.equal("700");
    });

    it("writes the same again", async () => {
      await hand({});
      await hand({});
      expect(filesBelow(autumn.elsewhere)).to.deep.equal(modes("ada", "bob"));
      expect(handOversOf("ada")).to.deep.equal(["file", "file"]);
    });
  });

  describe("for age", () => {
    it("writes one file for each, which every recipient can read and nobody else", async () => {
      const [one, other, stranger] = await Promise.all([generateIdentity(), generateIdentity(), generateIdentity()]);
      const recipients = [await identityToRecipient(one), await identityToRecipient(other)];
      const { paths, passwords } = await hand({ encryption: { kind: "age", recipients } });
      expect(passwords).to.equal(undefined);
      expect(filesBelow(autumn.elsewhere)).to.deep.equal({ "ada.age": "600", "bob.age": "600" });
      const sealed = readFileSync(paths[0] ?? "");
      for (const identity of [one, other]) {
        const files = unzipSync(await opened(sealed, identity));
        const texts = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]);
        const expected = Object.entries(clear("ada", autumn)).map(([name, text]) => [`ada/${name}`, text]);
        expect(texts).to.deep.equal(expected);
      }
      let error: unknown;
      await opened(sealed, stranger).catch((thrown: unknown) => (error = thrown));
      expect(String(error)).to.contain("no identity matched");
      expectNoSecrets(autumn.elsewhere);
    });

    async function opened(sealed: Uint8Array, identity: string): Promise<Uint8Array> {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      return decrypter.decrypt(sealed);
    }
  });

  describe("with passwords", () => {
    const encryption = { kind: "password" } as const;

    it("writes an archive for each, and the passwords for the instructor alone", async () => {
      const { paths, passwords = "" } = await hand({ encryption });
      expect(filesBelow(autumn.elsewhere)).to.deep.equal({ "ada.zip": "600", "bob.zip": "600" });
      expect(passwords).to.equal(passwordsFile(autumn.folder.path));
      expect(modeOf(passwords)).to.equal("600");
      const [head, ...rows] = parse(readFileSync(passwords, "utf8"));
      expect(head).to.deep.equal(["sandbox", "archive", "password"]);
      expect(rows.map(([sandbox, archive]) => [sandbox, archive])).to.deep.equal([
        ["ada", paths[0]],
        ["bob", paths[1]],
      ]);
      for (const [, , password] of rows) expect(password).to.match(/^[2-9A-HJKMNP-Z]{20}$/);
      expect(new Set(rows.map(([, , password]) => password)).size).to.equal(2);
      expectNoSecrets(autumn.elsewhere);
    });

    it("opens with its password, and with no other, as the specification says", async () => {
      const { paths, passwords = "" } = await hand({ encryption });
      const [, [, , own = ""] = [], [, , others = ""] = []] = parse(readFileSync(passwords, "utf8"));
      const archive = readFileSync(paths[0] ?? "");
      const expected = Object.entries(clear("ada", autumn)).map(([name, text]) => [`ada/${name}`, text]);
      expect(Object.entries(aeDecrypt(archive, own))).to.deep.equal(expected);
      for (const wrong of [others, "", own.toLowerCase()]) {
        expect(() => aeDecrypt(archive, wrong), wrong).to.throw(WrongPassword);
      }
    });

    it("keeps the passwords of the others, and gives an archive that is written again another", async () => {
      const { passwords = "" } = await hand({ encryption });
      const [, ada = [], bob = []] = parse(readFileSync(passwords, "utf8"));
      await hand({ encryption, sandboxes: ["ada"] });
      const [, ...rows] = parse(readFileSync(passwords, "utf8"));
      expect(rows.map(([sandbox]) => sandbox)).to.deep.equal(["bob", "ada"]);
      expect(rows[0]).to.deep.equal(bob);
      expect(rows[1]?.[2]).to.not.equal(ada[2]);
    });

    it("does not write over a list that it cannot read", async () => {
      await hand({ encryption });
      const file = passwordsFile(autumn.folder.path);
      writeFileSync(file, 'sandbox,"archive');
      const { message, nextStep } = await refusal({ sandboxes: [], out: autumn.elsewhere, encryption }, autumn);
      expect(message).to.equal(`${file} was changed, and is no list of passwords any more.`);
      expect(nextStep).to.contain("Move it away");
      expect(readFileSync(file, "utf8")).to.equal('sandbox,"archive');
    });
  });

  for (const kind of ["age", "password"] as const) {
    it(`takes away what lay there in clear, where it is written encrypted (${kind})`, async () => {
      const recipients = [await identityToRecipient(await generateIdentity())];
      const out = handOutsFolder(autumn.folder.path);
      expect(await writeHandOuts(autumn)).to.deep.equal({ folder: out, withheld: [] });
      expect(filesBelow(out)).to.deep.equal(modes("ada", "bob"));
      writeFileSync(join(out, "ada", "remark.txt"), secretsOf("ada").join());
      await hand({ out });
      await hand({ out, sandboxes: ["ada"], encryption: { kind, recipients } });
      const encrypted = kind === "age" ? "ada.age" : "ada.zip";
      expect(filesBelow(out)).to.deep.equal({ [encrypted]: "600", ...modes("bob") });
      expect(existsSync(join(out, "ada"))).to.equal(false);

      const before = filesBelow(out);
      writeCredentials(autumn.folder.leases.folderOf("bob"), credentialsOf("bob", 2));
      const { withheld } = await writeHandOuts(autumn);
      expect(filesBelow(out), "up writes nothing in clear beside").to.deep.equal(before);
      expect(withheld, "and tells for whom it did not").to.deep.equal(["bob"]);
    });
  }

  describe("refuses, before anything is handed out,", () => {
    const cases = [
      { what: "a sandbox that there is not", sandboxes: ["zoe"], says: 'The class has no sandbox "zoe".' },
      { what: "a frozen one", sandboxes: ["ada", "eve"], says: "eve is frozen: there is nothing to hand out." },
      { what: "one that has ended", sandboxes: ["ada", "ian"], says: "ian is ended: there is nothing to hand out." },
      {
        what: "one that does not stand yet",
        sandboxes: ["new"],
        says: "new is requested: there is nothing to hand out.",
      },
      {
        what: "one that was not proved",
        sandboxes: ["ada", "oli"],
        says: "oli was not shown to be isolated from the other sandboxes.",
      },
    ];
    for (const { what, sandboxes, says } of cases) {
      it(what, async () => {
        expect((await refusal({ sandboxes, out: autumn.elsewhere }, autumn)).message).to.equal(says);
        expect(existsSync(autumn.elsewhere)).to.equal(false);
        expect(handOversOf("ada")).to.deep.equal([]);
      });
    }

    it("all, where one gets at what is another's", async () => {
      autumn.folder.isolation = { at: "2026-01-01T09:00:00.000Z", leases: ["ada"], attempts: 1, breaks: ["So it is."] };
      const { message, exitCode } = await refusal({ sandboxes: [], out: autumn.elsewhere }, autumn);
      expect(message).to.equal(
        "No sandbox of the class is open and was shown to be isolated: there is nothing to hand out.",
      );
      expect(exitCode).to.equal(1);
    });

    const inTheWay: readonly { what: string; order: Partial<HandOutOrder>; file: string }[] = [
      { what: "a file that Keylab has not written", order: {}, file: "bob/.env" },
      { what: "an archive that Keylab has not written", order: { encryption: { kind: "password" } }, file: "bob.zip" },
      { what: "a sheet that Keylab has not written", order: { sheet: "sheet.html" }, file: "sheet.html" },
    ];
    for (const { what, order, file } of inTheWay) {
      it(`to write over ${what}`, async () => {
        const path = join(autumn.elsewhere, file);
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(path, "mine");
        const sheet = order.sheet === undefined ? {} : { sheet: path };
        const { message } = await refusal({ sandboxes: [], out: autumn.elsewhere, ...order, ...sheet }, autumn);
        expect(message).to.equal(`${path} is there already, and Keylab has not written it.`);
        expect(filesBelow(autumn.elsewhere)).to.have.all.keys(file);
        expect(readFileSync(path, "utf8")).to.equal("mine");
        expect(handOversOf("ada")).to.deep.equal([]);
      });
    }

    it("to leave in clear, beside what is encrypted, what was changed", async () => {
      await hand({});
      const path = join(autumn.elsewhere, "ada", ".env");
      writeFileSync(path, "changed");
      const encryption = { kind: "password" } as const;
      const { message } = await refusal({ sandboxes: ["ada"], out: autumn.elsewhere, encryption }, autumn);
      expect(message).to.equal(`${path} was changed since Keylab wrote it.`);
      expect(filesBelow(autumn.elsewhere)).to.deep.equal(modes("ada", "bob"));
    });

    it("a folder in whose place a file is, with what the system says", async () => {
      writeFileSync(autumn.elsewhere, "mine");
      let code: unknown;
      await hand({}).catch((error: unknown) => (code = error instanceof Error && "code" in error && error.code));
      expect(code).to.equal("EEXIST");
      expect(handOversOf("ada")).to.deep.equal([]);
    });
  });

  function expectNoSecrets(folder: string): void {
    for (const file of Object.keys(filesBelow(folder))) {
      const content = readFileSync(join(folder, file), "latin1");
      for (const secret of [...secretsOf("ada"), ...secretsOf("bob")]) expect(content).to.not.contain(secret);
    }
  }
});
