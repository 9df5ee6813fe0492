import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makePrivateFolder, writeProblem } from "../../cli/keylabFolder.ts";

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe("the folder .keylab/", () => {
  it("is readable by the user alone, and so are those in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "keylab-folder-"));
    try {
      const path = join(folder, ".keylab", "runs");
      await makePrivateFolder(path);
      await makePrivateFolder(path);
      for (const made of [path, join(path, "..")]) expect((await stat(made)).mode & 0o777).to.equal(0o700);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  for (const [code, problem] of [
    ["EACCES", "Keylab cannot write /x: you have no permission."],
    ["EPERM", "Keylab cannot write /x: you have no permission."],
    ["EROFS", "Keylab cannot write /x: the file system is read-only."],
    ["ENOSPC", "Keylab cannot write /x: the disk is full."],
    ["ENOTDIR", "Keylab cannot write /x: a file is in the way."],
    ["EEXIST", "Keylab cannot write /x: a file is in the way."],
  ] as const) {
    it(`says what ${code} means`, () => {
      const told = writeProblem("/x", systemError(code));
      expect(told?.message).to.equal(problem);
      expect(told?.exitCode).to.equal(1);
    });
  }

  it("says nothing of what it does not know", () => {
    expect(writeProblem("/x", systemError("EMFILE"))).to.equal(undefined);
    expect(writeProblem("/x", new Error("boom"))).to.equal(undefined);
  });
});
