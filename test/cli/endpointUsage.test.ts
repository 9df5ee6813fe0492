import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { FakeContext, keylabHere } from "./fakeContext.ts";

/** What is given wrongly about endpoints. */
const mistakes: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly exitCode: 1 | 2;
  readonly says: readonly string[];
}[] = [
  {
    name: "an access key for the embedded AWS of this process",
    args: ["run", "--access-key-id", "test", "--secret-access-key", "test"],
    exitCode: 2,
    says: [
      "The target local takes no access key from the command line.",
      "Leave --access-key-id and --secret-access-key out.",
    ],
  },
  {
    name: "an access key without its secret",
    args: ["sweep", "--target", "http://localhost:5000", "--access-key-id", "test"],
    exitCode: 2,
    says: ["An access key has a secret.", "Give --secret-access-key as well."],
  },
  {
    name: "a secret without its access key",
    args: ["keys", "--pending", "--target", "http://localhost:5000", "--secret-access-key", "test"],
    exitCode: 2,
    says: ["A secret access key has an id.", "Give --access-key-id as well."],
  },
  {
    name: "an access key, and mistakes to be made",
    args: ["run", "--mutate", "--access-key-id", "test", "--secret-access-key", "test"],
    exitCode: 2,
    says: [
      "The target local takes no access key from the command line.",
      "Leave --access-key-id and --secret-access-key out.",
    ],
  },
  {
    name: "endpoints to be compared, AWS among them",
    args: ["compare", "local", "aws:111122223333"],
    exitCode: 2,
    says: [
      "What AWS decides is what endpoints are compared with.",
      "Run the scenarios on AWS instead: keylab run --target aws:<account>",
    ],
  },
  {
    name: "an endpoint to be compared with itself",
    args: ["compare", "http://localhost:5000", "http://localhost:5000/"],
    exitCode: 2,
    says: ["http://localhost:5000/ is named twice.", "Name each place once."],
  },
  {
    name: "nothing to be compared",
    args: ["compare"],
    exitCode: 2,
    says: ["Missing required argument 'place'.", 'See "npx keylab compare --help".'],
  },
  {
    name: "an access key, and no endpoint to be compared",
    args: ["compare", "local", "--access-key-id", "test", "--secret-access-key", "test"],
    exitCode: 2,
    says: [
      "The target local takes no access key from the command line.",
      "Leave --access-key-id and --secret-access-key out.",
    ],
  },
  {
    name: "an endpoint elsewhere to be compared, without a terminal to ask",
    args: ["compare", "https://aws.example.com"],
    exitCode: 2,
    says: [
      "This run creates and deletes resources at https://aws.example.com, which is not on this machine, and there is no terminal to ask whether it may.",
      "Pass --yes if it may.",
    ],
  },
  {
    name: "a comparison that cannot be written",
    args: ["compare", "local", "--json", "missing/comparison.json"],
    exitCode: 1,
    says: [
      "Keylab cannot write FOLDER/missing/comparison.json: its folder does not exist.",
      "Make the folder first, or name another one.",
    ],
  },
];

describe("keylab, told wrongly about endpoints", () => {
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-endpoints-"));
  });

  after(() => rm(folder, { recursive: true }));

  for (const { name, args, exitCode, says } of mistakes) {
    it(`says what is wrong and what to do next: ${name}`, async () => {
      const stderr = says.map((line) => `${line.replace("FOLDER", folder)}\n`).join("");
      const told = await keylabHere(args, new FakeContext({ workingFolder: folder }));
      expect(told).to.deep.equal({ exitCode, stdout: "", stderr });
    });
  }
});
