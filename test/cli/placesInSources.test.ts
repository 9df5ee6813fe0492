import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { transform } from "esbuild";
import { keylab } from "./keylab.ts";

const placesInSources = pathToFileURL(join(import.meta.dirname, "../../cli/placesInSources.js")).href;

/** Two lines more than JavaScript has of it. */
const source = [
  "interface Nothing {",
  "  readonly at: 'all';",
  "}",
  "export function fail(): Nothing {",
  "  throw new Error('broken');",
  "}",
];

describe("a stack trace", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** The trace of what a bundle throws. */
  async function traceOf(lines: readonly string[], { map = true, below = folder } = {}): Promise<string[]> {
    const options = { loader: "ts", sourcemap: true, sourcefile: "../sources/fail.ts" } as const;
    const bundled = await transform(lines.join("\n"), options);
    await writeFile(join(folder, "bundle.mjs"), bundled.code);
    if (map) await writeFile(join(folder, "bundle.mjs.map"), bundled.map);
    const program = [
      `import { namePlacesInSources } from "${placesInSources}";`,
      `namePlacesInSources("${pathToFileURL(below).href}/");`,
      `const { fail } = await import("${pathToFileURL(join(folder, "bundle.mjs")).href}");`,
      "try { fail(); } catch (error) { console.log(error.stack); }",
    ];
    const run = ["--input-type=module", "--eval", program.join("\n")];
    return execFileSync(process.execPath, run, { encoding: "utf8" }).split("\n");
  }

  const url = (path: string) => pathToFileURL(join(folder, path)).href;

  it("names places in the sources, by the map beside the bundle", async () => {
    const [title, first] = await traceOf(source);
    expect(title).to.equal("Error: broken");
    expect(first).to.equal(`    at fail (${url("../sources/fail.ts")}:5:9)`);
  });

  it("names places in the bundle where there is no map, and in files of others", async () => {
    const place = `    at fail (${url("bundle.mjs")}:2:9)`;
    expect((await traceOf(source, { map: false }))[1]).to.equal(place);
    expect((await traceOf(source, { below: join(folder, "elsewhere") }))[1]).to.equal(place);
  });

  it("is there for an error that cannot be made a text", async () => {
    const mute = source.map((line) =>
      line.replace("new Error('broken')", "Object.assign(new Error(), { toString: 1 })"),
    );
    const [title, first] = await traceOf(mute);
    expect(title).to.equal("Error");
    expect(first).to.equal(`    at fail (${url("../sources/fail.ts")}:5:23)`);
  });

  it("of a bug of keylab names places in its sources", async () => {
    const broken = "data:text/javascript,process.stdout.write=()=>{throw%20new%20Error('broken')}";
    const { stderr, exitCode } = await keylab(["list"], {
      folder,
      environment: { NODE_OPTIONS: `--import=${broken}` },
    });
    expect(stderr).to.match(/^Error: broken\n.*\n {4}at print \(file:\/\/\S*\/cli\/context\.ts:\d+:\d+\)\n/);
    expect(exitCode).to.equal(1);
  });
});
