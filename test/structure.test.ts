import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { folders } from "../cli/sources.js";
import { scenarios } from "../scenarios/index.ts";

const root = join(import.meta.dirname, "..");

/** The paths of the files below a folder, relative to the project, `/` between the parts. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function text(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

describe("the structure of the project", () => {
  const scenarioFiles = filesBelow("scenarios", ".ts").filter((path) => /^scenarios\/(?!contract\/)[^/]+\//.test(path));

  it("lists every scenario file once, and each scenario's id is its path", () => {
    const ids = scenarioFiles.map((path) => path.replace(/^scenarios\//, "").replace(/\.ts$/, ""));
    expect(scenarios.map(({ id }) => id).sort()).to.deep.equal(ids);
  });

  for (const { id, title, lesson, workshop } of scenarios) {
    it(`${id} says what it is`, () => {
      expect(title).to.match(/^[A-Z][^.]+[^.]$/);
      expect(lesson.match(/[.?!](\s|$)/g)).to.have.length(2);
      expect(workshop).to.match(/^(W[1-5]\b|none$)/);
    });
  }

  for (const path of filesBelow("scenarios/contract/actions", ".ts")) {
    it(`${path} exports the one action that it is named after`, () => {
      const exported = [...text(path).matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]);
      expect(exported).to.deep.equal([basename(path, ".ts")]);
    });
  }

  it("looks in every folder that is published whether a source is newer than its bundle", () => {
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(text("package.json")));
    expect(folders).to.deep.equal(files.filter((name) => name !== "NOTICE" && name !== "dist"));
  });

  // Bundled, a source lies in dist/: scripts/build.js keeps the meaning of import.meta.url and of nothing else.
  it("finds files beside a source by import.meta.url, which the bundle keeps", () => {
    const wrong = folders
      .flatMap((folder) => [...filesBelow(folder, ".ts"), ...filesBelow(folder, ".tsx")])
      .filter((path) => /import\.meta\.(dirname|filename)/.test(text(path)));
    expect(wrong).to.deep.equal([]);
  });

  it("links only to documents that are there", () => {
    const broken = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md")].flatMap((path) =>
      [...text(path).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
        .map((match) => join(path, "..", match[1] ?? ""))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });
});
