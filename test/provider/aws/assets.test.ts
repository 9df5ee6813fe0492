import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { archive, zipOf } from "../../../provider/aws/assets.ts";
import { WIRE } from "../../../provider/wire.ts";

const text = (content: string) => ({ [WIRE.signature]: WIRE.asset, hash: "1", text: content });
const file = (path: string) => ({ [WIRE.signature]: WIRE.asset, path });
const folder = (path: string) => ({ [WIRE.signature]: WIRE.archive, path });
const assets = (parts: object) => ({ [WIRE.signature]: WIRE.archive, assets: parts });

function contents(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("archives of the program", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "assets-"));
    mkdirSync(join(home, "code/lib"), { recursive: true });
    writeFileSync(join(home, "code/index.mjs"), "one");
    writeFileSync(join(home, "code/lib/more.mjs"), "two");
    writeFileSync(join(home, "code.zip"), zipSync({ "index.mjs": Buffer.from("three") }));
  });
  after(() => rmSync(home, { recursive: true }));

  const zipped = (value: unknown) => zipOf(archive.parse(value));

  it("hold texts, files and folders by the names that the program gives them", () => {
    const nested = assets({
      "a.txt": text("x"),
      "b.mjs": file(join(home, "code/index.mjs")),
      c: folder(join(home, "code")),
    });
    expect(contents(zipped(nested))).to.deep.equal({
      "a.txt": "x",
      "b.mjs": "one",
      "c/index.mjs": "one",
      "c/lib/more.mjs": "two",
    });
  });

  it("are a folder with all that is below it, in the same bytes each time", () => {
    const zip = zipped(folder(join(home, "code")));
    expect(contents(zip)).to.deep.equal({ "index.mjs": "one", "lib/more.mjs": "two" });
    expect(zipped(folder(join(home, "code")))).to.deep.equal(zip);
  });

  it("are a zip file as it is", () => {
    expect(contents(zipped(folder(join(home, "code.zip"))))).to.deep.equal({ "index.mjs": "three" });
  });

  it("say what they cannot be", () => {
    expect(() => zipped(folder(join(home, "none")))).to.throw(
      `there is no ${join(home, "none")}; give an absolute path`,
    );
    expect(() => zipped(folder(join(home, "code/index.mjs")))).to.throw("is no zip file");
    expect(() => zipped({ [WIRE.signature]: WIRE.archive, uri: "https://example.com/a.zip" })).to.throw("uri");
  });
});
