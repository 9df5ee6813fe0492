import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { expect } from "chai";
import { render } from "preact-render-to-string";
import { h } from "preact";
import { exposing } from "../../../sandboxes/end/exposing.ts";

const secret = `p,"<b>&'1>`;

describe("looking where a secret stands", () => {
  let root: string;

  beforeEach(() => (root = mkdtempSync(join(tmpdir(), "keylab-exposing-"))));
  afterEach(() => rmSync(root, { recursive: true }));

  const forms: readonly { form: string; text: string; isFound: boolean }[] = [
    { form: "as it is", text: `password ${secret}.`, isFound: true },
    { form: "as CSV", text: stringify([["ada", secret]]), isFound: true },
    { form: "as JSON", text: JSON.stringify({ secret }), isFound: true },
    { form: "as HTML", text: render(h("td", null, secret)), isFound: true },
    { form: "as half of it", text: secret.slice(0, 5), isFound: false },
    { form: "not at all", text: "", isFound: false },
  ];
  for (const { form, text, isFound } of forms) {
    it(`finds it ${form}: ${isFound ? "yes" : "no"}`, async () => {
      mkdirSync(join(root, "deep", "er"), { recursive: true });
      const file = join(root, "deep", "er", "file");
      writeFileSync(file, text);
      expect(await exposing([root], [secret])).to.deep.equal(isFound ? [file] : []);
      expect(await exposing([file], [secret])).to.deep.equal(isFound ? [file] : []);
    });
  }

  it("looks for no empty secret, and not where nothing is", async () => {
    writeFileSync(join(root, "file"), "text");
    expect(await exposing([root, join(root, "file")], ["", "other"])).to.deep.equal([]);
    expect(await exposing([join(root, "nothing")], [secret])).to.deep.equal([]);
  });

  it("tells a file once that is named and lies below a folder", async () => {
    writeFileSync(join(root, "file"), secret);
    expect(await exposing([root, join(root, "file"), root], [secret, secret])).to.deep.equal([join(root, "file")]);
  });
});
