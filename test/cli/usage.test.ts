import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import packageJson from "../../package.json" with { type: "json" };
import { FakeContext, keylabHere } from "./fakeContext.ts";
import { keylab } from "./keylab.ts";

interface Mistake {
  readonly name: string;
  readonly args: readonly string[];
  readonly exitCode: 1 | 2;
  readonly says: readonly string[];
  /** What is in the way: paths of files in the folder. */
  readonly files?: readonly string[];
  /** Whether it is also tried in a process of its own. */
  readonly isReal?: boolean;
}

const mistakes: readonly Mistake[] = [
  {
    name: "an unknown command",
    args: ["lst"],
    exitCode: 2,
    says: ["Unknown command 'lst'. Did you mean list?", 'See "npx keylab --help".'],
  },
  {
    name: "an unknown option",
    args: ["run", "--targt", "local"],
    isReal: true,
    exitCode: 2,
    says: ["Unknown option '--targt'. Did you mean --target?", 'See "npx keylab run --help".'],
  },
  {
    name: "an option without its value",
    args: ["run", "--reporter"],
    exitCode: 2,
    says: ["Option '--reporter <name[=file]>' argument missing.", 'See "npx keylab run --help".'],
  },
  {
    name: "a missing argument",
    args: ["show"],
    exitCode: 2,
    says: ["Missing required argument 'id'.", 'See "npx keylab show --help".'],
  },
  {
    name: "an argument too many",
    args: ["list", "all"],
    exitCode: 2,
    says: ["Too many arguments for 'list'. Expected 0 arguments but got 1.", 'See "npx keylab list --help".'],
  },
  {
    name: "a port that is none",
    args: ["aws", "start", "--port", "65536"],
    exitCode: 2,
    says: [
      "Option '--port <number>' argument '65536' is invalid. A port is a whole number from 0 to 65535.",
      'See "npx keylab aws start --help".',
    ],
  },
  {
    name: "an unknown scenario",
    args: ["run", "dynamodb/transparent-encription"],
    isReal: true,
    exitCode: 2,
    says: [
      'There is no scenario "dynamodb/transparent-encription". Did you mean "dynamodb/transparent-encryption"?',
      'See all of them with "npx keylab list".',
    ],
  },
  {
    name: "a target that is no URL",
    args: ["run", "--target", "locl"],
    exitCode: 2,
    says: [
      'The target "locl" is neither "local" nor "aws:<account>" nor a URL.',
      "Give --target local, aws:<account>, or the URL of an AWS endpoint, such as http://127.0.0.1:4566.",
    ],
  },
  {
    name: "a target elsewhere, without a terminal to ask",
    args: ["run", "--target", "https://aws.example.com"],
    exitCode: 2,
    says: [
      "This run creates and deletes resources at https://aws.example.com, which is not on this machine, and there is no terminal to ask whether it may.",
      "Pass --yes if it may.",
    ],
  },
  {
    name: "a report that cannot be written",
    args: ["run", "--reporter", "json=missing/report.json"],
    exitCode: 1,
    says: [
      "Keylab cannot write FOLDER/missing/report.json: its folder does not exist.",
      "Make the folder first, or name another one.",
    ],
  },
  {
    name: "an unknown reporter",
    args: ["run", "--reporter", "jnit=report.xml"],
    exitCode: 2,
    says: [
      'There is no reporter "jnit". Did you mean "junit"?',
      "Reporters are list, plain, github, and with a file (json=<file>) html, json, junit, markdown.",
    ],
  },
  {
    name: "a reporter named after what every object has",
    args: ["run", "--reporter", "constructor=x"],
    exitCode: 2,
    says: [
      'There is no reporter "constructor". Did you mean "list"?',
      "Reporters are list, plain, github, and with a file (json=<file>) html, json, junit, markdown.",
    ],
  },
  {
    name: "a reporter without its file",
    args: ["run", "--reporter", "junit"],
    exitCode: 2,
    says: ["The reporter junit needs a file to write to.", "Give --reporter junit=junit.xml."],
  },
  {
    name: "a file for the standard output",
    args: ["run", "--reporter", "plain=log.txt"],
    exitCode: 2,
    says: [
      "The reporter plain writes to the standard output, and takes no file.",
      "Give --reporter plain, or one of html, json, junit, markdown with the file.",
    ],
  },
  {
    name: "two reporters on the standard output",
    args: ["run", "--reporter", "plain", "--reporter", "github"],
    exitCode: 2,
    says: ["The reporters plain and github both write to the standard output.", "Choose one."],
  },
  {
    name: "one reporter on the standard output, twice",
    args: ["run", "--reporter", "plain", "--reporter", "plain"],
    exitCode: 2,
    says: ["The reporter plain is named twice, and writes to the standard output.", "Choose one."],
  },
  {
    name: "two reporters for one file",
    args: ["run", "--reporter", "json=a", "--reporter", "junit=./a"],
    exitCode: 2,
    says: ["Two reporters would write FOLDER/a.", "Name a file of its own for each."],
  },
  {
    name: "live progress without a terminal",
    args: ["run", "--reporter", "list"],
    exitCode: 2,
    says: ["The reporter list needs a terminal, which the standard output is not.", "Give --reporter plain instead."],
  },
  {
    name: "mistakes to be made, and told by a reporter",
    args: ["run", "--mutate", "--reporter", "json=a"],
    exitCode: 2,
    says: [
      "Every mistake is made once, on an embedded AWS of its own, and no reporter tells of it.",
      "Leave --reporter out.",
    ],
  },
  {
    name: "mistakes to be made elsewhere, again and again, in time",
    args: ["run", "--mutate", "--target", "http://127.0.0.1:1", "--repeat", "2", "--phase-timeout", "1m"],
    exitCode: 2,
    says: [
      "Every mistake is made once, on an embedded AWS of its own, and no reporter tells of it.",
      "Leave --target, --repeat, --phase-timeout out.",
    ],
  },
  {
    name: "a file in place of .keylab/",
    args: ["run"],
    exitCode: 1,
    isReal: true,
    files: [".keylab"],
    says: [
      "Keylab cannot write FOLDER/.keylab/runs: a file is in the way.",
      "Move the file away, or work in another folder.",
    ],
  },
  {
    name: "a file in place of .keylab/aws/",
    args: ["aws", "start", "--port", "0"],
    exitCode: 1,
    files: [".keylab/aws"],
    says: [
      "Keylab cannot write FOLDER/.keylab/aws: a file is in the way.",
      "Move the file away, or work in another folder.",
    ],
  },
  {
    name: "an embedded AWS that nobody has started",
    args: ["aws", "env", "--port", "4999"],
    exitCode: 1,
    says: [
      "No embedded AWS was started on port 4999 from this folder.",
      "Start it in a terminal of its own, in this folder: npx keylab aws start --port 4999",
    ],
  },
];

describe("keylab, used wrongly", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-cli-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  for (const { name, args, exitCode, says, files = [], isReal } of mistakes) {
    it(`says what is wrong and what to do next: ${name}`, async () => {
      for (const file of files) {
        await mkdir(join(folder, file, ".."), { recursive: true });
        await writeFile(join(folder, file), "");
      }
      const stderr = says.map((line) => `${line.replace("FOLDER", folder)}\n`).join("");
      const told = await keylabHere(args, new FakeContext({ workingFolder: folder }));
      expect(told).to.deep.equal({ exitCode, stdout: "", stderr });
      if (isReal) expect(await keylab(args, { folder })).to.deep.equal(told);
    });
  }

  it("says what is wrong and what to do next: a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    try {
      const address = other.address();
      const port = String(typeof address === "object" ? address?.port : address);
      const context = new FakeContext({ workingFolder: folder });
      expect(await keylabHere(["aws", "start", "--port", port], context)).to.deep.equal({
        exitCode: 1,
        stdout: "",
        stderr: `Port ${port} is in use.\nStop what uses it, or take another one: npx keylab aws start --port 4566\n`,
      });
      expect(await readdir(join(folder, ".keylab", "aws"))).to.deep.equal([]);
    } finally {
      other.close();
    }
  });
});

describe("keylab", () => {
  const folder = tmpdir();

  it("shows its help when called alone or with --help", async () => {
    const [alone, asked] = await Promise.all([keylab([], { folder }), keylab(["--help"], { folder })]);
    expect(asked).to.deep.equal(alone);
    expect(asked.exitCode).to.equal(0);
    expect(asked.stderr).to.equal("");
    const [, commands = ""] = /Commands:\n(.*?)\n\n/s.exec(asked.stdout) ?? [];
    const names = [...commands.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
    expect(names).to.deep.equal([
      "run",
      "compare",
      "sweep",
      "keys",
      "merge",
      "report",
      "history",
      "list",
      "show",
      "aws",
      "aws-policy",
      "unlock",
      "sandbox",
      "explain",
      "doctor",
    ]);
  });

  it("shows what `aws` can do when that is missing, as a mistake", async () => {
    const { exitCode, stdout, stderr } = await keylab(["aws"], { folder });
    expect([exitCode, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^Usage: keylab aws .*Commands:\n {2}start .*\n {2}env /s);
  });

  it("says its version", async () => {
    expect(await keylab(["--version"], { folder })).to.deep.equal({
      exitCode: 0,
      stdout: `${packageJson.version}\n`,
      stderr: "",
    });
  });
});
