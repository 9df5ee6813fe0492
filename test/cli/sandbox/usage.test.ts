import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { FakeContext, keylabHere } from "../fakeContext.ts";

interface Mistake {
  readonly name: string;
  readonly args: readonly string[];
  readonly says: readonly string[];
  /** Default: 2, wrong usage. */
  readonly exitCode?: 1;
}

const seats = ["up", "--seats", "2"];
const workshop = ["--workshop", "first-key"];
const workshops = "encrypt-a-database, team-task-hub, first-key, kms-practicals, new-key-policy, audited-database";

const mistakes: readonly Mistake[] = [
  {
    name: "sandboxes for nobody",
    args: ["up"],
    says: ["For whom are the sandboxes?", "Give --roster with a file, or --seats with a number, and not both."],
  },
  {
    name: "a roster and seats",
    args: [...seats, "--roster", "roster.csv"],
    says: ["For whom are the sandboxes?", "Give --roster with a file, or --seats with a number, and not both."],
  },
  {
    name: "no seat at all",
    args: ["up", "--seats", "0"],
    says: [
      "Option '--seats <count>' argument '0' is invalid. It is a whole number from 1 to 1000.",
      'See "npx keylab sandbox up --help".',
    ],
  },
  {
    name: "no workshop",
    args: seats,
    says: ["What do the students learn?", `Give --workshop: ${workshops}.`],
  },
  {
    name: "a workshop that there is not",
    args: [...seats, "--workshop", "encrypt"],
    says: ['There is no workshop "encrypt".', `Give one of ${workshops}.`],
  },
  {
    name: "no end",
    args: [...seats, ...workshop],
    says: ["When does it end?", 'Give --until "2026-12-01 18:00 Europe/Berlin", or --for 4h.'],
  },
  {
    name: "a blueprint that there is not",
    args: [...seats, ...workshop, "--blueprint", "half-made"],
    says: [
      "Option '--blueprint <name>' argument 'half-made' is invalid. Allowed choices are ready-made, do-it-yourself.",
      'See "npx keylab sandbox up --help".',
    ],
  },
  {
    name: "a name that no class can have",
    args: [...seats, ...workshop, "--for", "4h", "--class", "../other"],
    says: [
      '"../other" is no name of a class.',
      'It has 1 to 41 letters, digits and "-", and begins with a letter or a digit.',
    ],
  },
  {
    name: "a mistake in the table of accounts",
    args: [...seats, ...workshop, "--for", "4h", "--accounts", "accounts.csv"],
    says: [
      "accounts.csv, line 3, column 1, account: The account 111122223333 is that of line 2 as well.",
      "Mend the file, and give it again.",
    ],
  },
  {
    name: "a roster in the place of the table of accounts",
    args: [...seats, ...workshop, "--for", "4h", "--accounts", "roster.csv"],
    says: [
      "roster.csv has 2 problems:",
      '  roster.csv, line 1, column 1: There is no column "id". Known are account, role, external_id, region.',
      "  roster.csv, line 1, column 1, account: No column is named account. A header is expected, with account and whatever else there is of role, external_id, region.",
      "Mend the file, and give it again.",
    ],
  },
  {
    name: "a target that ends with the command",
    args: [...seats, ...workshop, "--for", "4h", "--target", "local"],
    says: [
      "The target local ends with the command: sandboxes need one that stays.",
      "Start the embedded AWS in a terminal of its own with keylab aws start --data <folder>, and leave --target out.",
    ],
  },
  {
    name: "a class where none was begun",
    args: ["list"],
    exitCode: 1,
    says: ["There is no class here.", "keylab sandbox up begins one, in the folder in which it is given."],
  },
  {
    name: "nothing to freeze",
    args: ["freeze"],
    says: ["Missing required argument 'sandbox'.", 'See "npx keylab sandbox freeze --help".'],
  },
  {
    name: "one class and all of them",
    args: ["end", "--all", "--class", "first-key"],
    says: ["Which classes end?", "Give --all or --class, and not both."],
  },
  {
    name: "a certificate without its key",
    args: ["serve", "--tls-cert", "cert.pem"],
    says: ["A certificate and its key belong together.", "Give --tls-cert and --tls-key, both in PEM."],
  },
];

describe("keylab sandbox, when it is used wrongly,", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-sandbox-usage-"));
    await writeFile(join(folder, "roster.csv"), "id\nada\n");
    await writeFile(join(folder, "accounts.csv"), "account\n111122223333\n1111-2222-3333\n");
  });

  after(() => rm(folder, { recursive: true }));

  for (const { name, args, says, exitCode = 2 } of mistakes) {
    it(`says what is wrong with ${name}, and begins nothing`, async () => {
      const ended = await keylabHere(["sandbox", ...args], new FakeContext({ workingFolder: folder }));
      expect(ended).to.deep.equal({ exitCode, stdout: "", stderr: `${says.join("\n")}\n` });
      const made = await readdir(join(folder, ".keylab", "classes")).catch(() => []);
      expect(made.filter((each) => each !== ".administrators")).to.deep.equal([]);
    });
  }
});
