import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { handOutsFolder } from "../../../sandboxes/handover/handOutsFolder.ts";
import { passwordsFile } from "../../../sandboxes/handover/passwordsFile.ts";
import { WrittenFiles } from "../../../sandboxes/handover/writtenFiles.ts";
import { filesBelow, modeOf } from "./filesBelow.ts";

describe("the files that were written for a class", () => {
  let root: string;
  let classPath: string;
  let files: WrittenFiles;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "keylab-written-"));
    classPath = join(root, "autumn");
    mkdirSync(classPath);
    files = new WrittenFiles(classPath);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const at = (...names: readonly string[]) => join(root, ...names);
  const write = async (path: string, content = "secret") =>
    files.write({ path, kind: "clear", sandboxes: { ada: "f1" } }, content);
  const removeAll = async () => {
    const left = [];
    for (const file of files.list()) left.push((await files.remove(file)) ?? []);
    return left.flat();
  };

  it("are none in the beginning", () => {
    expect(files.list()).to.deep.equal([]);
    expect(files.folders()).to.deep.equal([]);
  });

  it("are known, to the next process as well, by where they are, what they are and whose they are", async () => {
    await write(at("a"));
    await files.write({ path: at("b"), kind: "sheet", sandboxes: { ada: "f1", bob: "f2" } }, "page");
    const known = new WrittenFiles(classPath);
    expect(known.list().map(({ path, kind, sandboxes }) => ({ path, kind, sandboxes }))).to.deep.equal([
      { path: at("a"), kind: "clear", sandboxes: { ada: "f1" } },
      { path: at("b"), kind: "sheet", sandboxes: { ada: "f1", bob: "f2" } },
    ]);
    expect(known.of("bob").map(({ path }) => path)).to.deep.equal([at("b")]);
    expect(known.of("eve")).to.deep.equal([]);
    expect(modeOf(at("autumn", "hand-outs.jsonl"))).to.equal("600");
    expect(readFileSync(at("autumn", "hand-outs.jsonl"), "utf8")).to.not.contain("secret");
  });

  it("are for the user alone, and once in the list when written again", async () => {
    await write(at("a"), "one");
    await write(at("a"), "two");
    expect(files.list()).to.have.length(1);
    expect(files.list()[0]?.hashes).to.have.length(1);
    expect(filesBelow(root)).to.deep.equal({ a: "600", "autumn/hand-outs.jsonl": "600" });
    expect(readFileSync(at("a"), "utf8")).to.equal("two");
  });

  const changes = [
    { what: "as it was written", change: () => undefined, state: "as written" },
    { what: "changed", change: () => writeFileSync(at("a"), "mine"), state: "changed" },
    { what: "gone", change: () => rmSync(at("a")), state: "gone" },
    { what: "in whose place a folder is", change: () => (rmSync(at("a")), mkdirSync(at("a"))), state: "changed" },
  ] as const;
  for (const { what, change, state } of changes) {
    it(`are deleted only if as they were written: one that is ${what}`, async () => {
      await write(at("a"));
      change();
      const [file] = files.list();
      expect(file && (await files.stateOf(file))).to.equal(state);
      const left = await removeAll();
      expect(left).to.deep.equal(
        state === "changed"
          ? [{ path: at("a"), reason: "It was changed since Keylab wrote it, or cannot be read. Delete it yourself." }]
          : [],
      );
      expect(existsSync(at("a"))).to.equal(state === "changed");
      expect(files.list()).to.have.length(state === "changed" ? 1 : 0);
    });
  }

  it("are gone where their folder is", async () => {
    await files.makeFolder(at("out", "ada"));
    await write(at("out", "ada", "a"));
    rmSync(at("out"), { recursive: true });
    writeFileSync(at("out"), "a file in its place");
    expect(await removeAll()).to.deep.equal([]);
    await files.removeFolders();
    expect(readFileSync(at("out"), "utf8")).to.equal("a file in its place");
  });

  describe("that a killed process has begun", () => {
    it("are known before they are there", async () => {
      let error: unknown;
      await write(at("no folder", "a")).catch((thrown: unknown) => (error = thrown));
      expect(String(error)).to.contain("ENOENT");
      expect(files.list().map(({ path }) => path)).to.deep.equal([at("no folder", "a")]);
    });

    for (const { what, content } of [
      { what: "before", content: "one" },
      { what: "after", content: "two" },
    ]) {
      it(`are deleted with what was not finished, killed ${what} the new took the place of the old`, async () => {
        await write(at("a"), "one");
        await write(at("a"), "two");
        const journal = at("autumn", "hand-outs.jsonl");
        const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
        writeFileSync(journal, `${lines.slice(0, -1).join("\n")}\n{"type":"fi`);
        writeFileSync(at("a"), content);
        writeFileSync(at("a.keylab-new"), "tw");
        files = new WrittenFiles(classPath);
        expect(files.list()[0]?.hashes).to.have.length(2);
        expect(await removeAll()).to.deep.equal([]);
        expect(new WrittenFiles(classPath).list()).to.deep.equal([]);
        expect(filesBelow(root)).to.have.all.keys("autumn/hand-outs.jsonl");
      });
    }

    it("do not stop the next from writing them", async () => {
      writeFileSync(at("a.keylab-new"), "begun");
      await write(at("a"));
      expect(readFileSync(at("a"), "utf8")).to.equal("secret");
      expect(existsSync(at("a.keylab-new"))).to.equal(false);
    });
  });

  describe("take the place of no others:", () => {
    const refused = async (path: string) => {
      let error: unknown;
      await write(path).catch((thrown: unknown) => (error = thrown));
      return error instanceof UserError ? error.message : error;
    };

    it("of one that Keylab has not written", async () => {
      writeFileSync(at("a"), "mine");
      expect(await refused(at("a"))).to.equal(`${at("a")} is there already, and Keylab has not written it.`);
      expect(readFileSync(at("a"), "utf8")).to.equal("mine");
      expect(files.list()).to.deep.equal([]);
    });

    it("of one that was changed since", async () => {
      await write(at("a"));
      writeFileSync(at("a"), "mine");
      expect(await refused(at("a"))).to.equal(`${at("a")} was changed since Keylab wrote it.`);
      expect(readFileSync(at("a"), "utf8")).to.equal("mine");
    });

    it("of one that a link has taken the place of", async () => {
      await write(at("a"));
      rmSync(at("a"));
      writeFileSync(at("other"), "secret");
      symlinkSync(at("other"), at("a"));
      await write(at("a"), "new");
      expect(readFileSync(at("other"), "utf8"), "the link is replaced, and not followed").to.equal("secret");
      expect(readFileSync(at("a"), "utf8")).to.equal("new");
    });

    it("but of what is in the class's own places", async () => {
      for (const path of [passwordsFile(classPath), join(handOutsFolder(classPath), "a")]) {
        await files.makeFolder(join(path, ".."));
        writeFileSync(path, "changed");
        expect(await refused(path), path).to.equal(undefined);
        writeFileSync(path, "changed again");
      }
      expect(await removeAll()).to.deep.equal([]);
      await files.removeFolders();
      expect(filesBelow(classPath)).to.have.all.keys("hand-outs.jsonl");
    });
  });

  it("take the folders with them that were made for them, and no others", async () => {
    mkdirSync(at("theirs"), { mode: 0o755 });
    for (const folder of [at("theirs", "out", "ada"), at("theirs", "out", "bob")]) await files.makeFolder(folder);
    await write(at("theirs", "out", "ada", "a"));
    expect(modeOf(at("theirs", "out"))).to.equal("700");
    expect(modeOf(at("theirs"))).to.equal("755");
    writeFileSync(at("theirs", "out", "bob", "mine"), "mine");
    await removeAll();
    await files.removeFolders();
    expect(files.folders()).to.deep.equal([at("theirs", "out"), at("theirs", "out", "bob")]);
    expect(filesBelow(at("theirs"))).to.have.all.keys("out/bob/mine");

    rmSync(at("theirs", "out", "bob", "mine"));
    await files.removeFolders();
    expect(files.folders()).to.deep.equal([]);
    expect(existsSync(at("theirs", "out"))).to.equal(false);
    expect(existsSync(at("theirs"))).to.equal(true);
  });

  it("leave nothing of what has come and gone in a journal that is shortened", async () => {
    await files.makeFolder(at("out"));
    for (const text of ["one", "two", "three"]) await write(at("out", "a"), text);
    const before = files.list();
    files.shortenJournal();
    const journal = at("autumn", "hand-outs.jsonl");
    expect(readFileSync(journal, "utf8").trimEnd().split("\n")).to.have.length(2);
    expect(modeOf(journal)).to.equal("600");
    expect(new WrittenFiles(classPath).list()).to.deep.equal(before);
    await removeAll();
    await files.removeFolders();
    files.shortenJournal();
    expect(filesBelow(root)).to.deep.equal({});
  });
});
