import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateHybridIdentity, generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { readRecipients } from "../../../cli/sandbox/readRecipients.ts";
import { UserError } from "../../../errors/userError.ts";

describe("recipients of age", () => {
  let folder: string;
  let identity: string;
  let one: string;
  let other: string;
  let hybrid: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "keylab-recipients-"));
    identity = await generateIdentity();
    one = await identityToRecipient(identity);
    other = await identityToRecipient(await generateIdentity());
    hybrid = await identityToRecipient(await generateHybridIdentity());
  });
  after(() => rmSync(folder, { recursive: true }));

  async function refusal(...values: readonly string[]): Promise<UserError> {
    try {
      await readRecipients(values, folder);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error("Nothing was refused.");
  }

  it("are public keys, as they are given, each once", async () => {
    expect(await readRecipients([one, other, one, hybrid], folder)).to.deep.equal([one, other, hybrid]);
  });

  it("are those of files, without blank lines and remarks", async () => {
    writeFileSync(join(folder, "class.txt"), `# the class\n\n${one}\r\n  ${other}\n`);
    expect(await readRecipients(["class.txt", hybrid], folder)).to.deep.equal([one, other, hybrid]);
    expect(await readRecipients([join(folder, "class.txt")], "/elsewhere")).to.deep.equal([one, other]);
  });

  it("are not what is neither a key nor a file: the name of a sandbox, say", async () => {
    const { message, nextStep } = await refusal(one, "zoe-4k2p");
    expect(message).to.equal('"zoe-4k2p" is no public key of age, and no file that can be read.');
    expect(nextStep).to.contain("the names of sandboxes before it");
  });

  it("are not keys in which something is wrong", async () => {
    const mistyped = one.slice(0, -1) + (one.endsWith("q") ? "p" : "q");
    for (const wrong of ["age1", mistyped, one.toUpperCase().replace("AGE1", "age1"), `${one}a`]) {
      expect((await refusal(wrong)).message).to.equal(`--age: ${JSON.stringify(wrong)} is no public key of age.`);
    }
  });

  it("are not lines of a file that are none: keys of SSH, say", async () => {
    const file = join(folder, "ssh.txt");
    writeFileSync(file, `${one}\nssh-ed25519 AAAAC3Nz\n`);
    expect((await refusal("ssh.txt")).message).to.equal(
      `${file}, line 2: "ssh-ed25519 AAAAC3Nz" is no public key of age.`,
    );
  });

  it("are not in a file that has none", async () => {
    writeFileSync(join(folder, "none.txt"), "# nobody yet\n");
    expect((await refusal("none.txt")).message).to.equal(`${join(folder, "none.txt")} has no public key of age.`);
  });

  for (const where of ["on the command line", "in a file"]) {
    it(`are no secret keys ${where}, which are not shown again`, async () => {
      writeFileSync(join(folder, "key.txt"), `# public key: ${one}\n${identity}\n`);
      const { message, nextStep } = await refusal(where === "in a file" ? "key.txt" : identity);
      expect(message).to.contain("there is a secret key of age, which nobody but its owner may know.");
      expect(message + nextStep).to.not.contain(identity);
    });
  }
});
