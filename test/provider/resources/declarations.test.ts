import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { AWSX_VERSION } from "../../../provider/awsx/version.ts";
import { functions } from "../../../provider/functions/index.ts";
import { resources } from "../../../provider/resources/index.ts";
import { VERSION } from "../../../provider/version.ts";

const official = join(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"), "..");
const text = (...path: string[]) => readFileSync(join(official, ...path), "utf8");
const names = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? "").sort();

/** `aws:kms/key:Key` is declared in `kms/key.js`, `aws:index/getRegion:getRegion` in `getRegion.js`. */
function declaration(token: string): string {
  return text(`${token.split(":")[1]?.replace(/^index\//, "") ?? ""}.js`);
}

/** The names of the files below a folder of the provider, without `index.ts` and the ending. */
function filesOf(folder: string): string[] {
  const files = readdirSync(join(import.meta.dirname, "../../../provider", folder), {
    recursive: true,
    encoding: "utf8",
  });
  return files
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.slice(0, -3))
    .sort();
}

describe("what the provider offers", () => {
  it("is every resource type that has a file, once, in the file of its name", () => {
    const tokens = resources.map(({ token }) => token.replace(/^aws:(.*):.*$/, "$1"));
    expect(tokens.sort()).to.deep.equal(filesOf("resources"));
  });

  it("is every function that has a file, once, in the file of its name", () => {
    expect(functions.map(({ token }) => token.replace(/^.*:/, "")).sort()).to.deep.equal(filesOf("functions"));
  });
});

describe("the declarations of @pulumi/awsx", () => {
  it(`are those of version ${AWSX_VERSION}`, () => {
    const found: unknown = createRequire(import.meta.url)("@pulumi/awsx/package.json");
    expect(found).to.have.property("version", AWSX_VERSION);
  });
});

describe("the declarations of @pulumi/aws", () => {
  it(`are those of version ${VERSION}`, () => {
    expect(JSON.parse(text("package.json"))).to.have.property("version", VERSION);
  });

  for (const { token, inputs, outputs, unsupported, replaceOnChanges, computed = [], secrets = [] } of resources) {
    it(`name the inputs of ${token}, each supported or refused by name`, () => {
      expect([...Object.keys(inputs), ...unsupported].sort()).to.deep.equal(
        names(declaration(token), /= args\?\.(\w+)(?=;| \?)/g),
      );
    });

    it(`name the outputs of ${token}`, () => {
      const declared = names(declaration(token), /"(\w+)"\] = (?:state\?\.)/g);
      expect(declared).to.include.members(Object.keys(outputs));
      expect(Object.keys(outputs).filter((name) => name in inputs)).to.deep.equal([]);
    });

    it(`call secret what ${token} keeps secret`, () => {
      const [list = ""] = names(declaration(token), /additionalSecretOutputs: \[(.*)\]/g);
      const declared = names(list, /"(\w+)"/g).filter((name) => !unsupported.includes(name));
      expect([...secrets].sort()).to.deep.equal(declared);
    });

    it(`know the inputs that ${token} lists`, () => {
      expect(Object.keys(inputs)).to.include.members([...replaceOnChanges, ...computed]);
    });
  }

  for (const { token, inputs, unsupported } of functions) {
    it(`name the arguments of ${token}, each supported or refused by name`, () => {
      const declared = [...new Set(names(declaration(token), /^ +"(\w+)": args\.\w+,$/gm))];
      expect([...Object.keys(inputs), ...unsupported].sort()).to.deep.equal(declared);
    });
  }
});
