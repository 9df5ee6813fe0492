import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Keylab, keylab } from "./keylab.ts";

/** Tells at the end of a process which CommonJS modules it has loaded: Pulumi and TypeScript are some. */
const teller = `data:text/javascript,${encodeURIComponent(
  'import { Module } from "node:module"; process.on("exit", () => console.error(Object.keys(Module._cache).join("\\n")));',
)}`;

/** What takes half a second to load, and most commands never need. */
const slow = /node_modules\/(typescript|@pulumi\/awsx?)\//;

describe("keylab loads neither resources of Pulumi nor TypeScript", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const environment = { NODE_OPTIONS: `--import=${teller}` };
  const slowOnes = (paths: string) => [...new Set(paths.split("\n").flatMap((path) => slow.exec(path)?.[1] ?? []))];

  for (const args of [["--help"], ["show", "--help"], ["aws", "status"], ["run", "--help"]]) {
    it(`for keylab ${args.join(" ")}`, async () => {
      const { stderr } = await keylab(args, { folder, environment });
      expect(slowOnes(stderr)).to.deep.equal([]);
    });
  }

  it("to start the embedded AWS", async () => {
    const server = new Keylab(["aws", "start", "--port", "0"], { folder, environment });
    await server.says(/The embedded AWS runs at/);
    server.process.kill("SIGTERM");
    const { stderr } = await server.ended();
    expect(slowOnes(stderr)).to.deep.equal([]);
  });

  it("but for what needs the scenarios' programs", async () => {
    const { stderr } = await keylab(["list"], { folder, environment });
    expect(slowOnes(stderr)).to.include.members(["@pulumi/aws", "typescript"]);
  });
});
