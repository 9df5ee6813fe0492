interface Listed {
  readonly id: string;
  readonly constant: string;
}

const importLine = /^import (\w+) from "\.\/([^"]+)\.ts";\n/gm;
const list = /(export const scenarios: [^=]+= \[\n)[^\]]*(\];)/;

/** The text of `scenarios/index.ts` with one more scenario, all of them in the order of their ids. */
export function withScenario(index: string, id: string): string {
  const listed = [...index.matchAll(importLine)].map(([, constant = "", known = ""]): Listed => ({
    id: known,
    constant,
  }));
  const all = [...listed, { id, constant: constantOf(id, listed) }].sort((a, b) => (a.id < b.id ? -1 : 1));
  const imports = all.map((one) => `import ${one.constant} from "./${one.id}.ts";\n`).join("");
  const constants = all.map(({ constant }) => `  ${constant},\n`).join("");
  const rest = index.replaceAll(importLine, "");
  const [first = ""] = /^import type .*\n/.exec(rest) ?? [];
  return `${first}${imports}${rest.slice(first.length)}`.replace(list, `$1${constants}$2`);
}

/** Named after the scenario, with the area where that is taken or might be a keyword, as a single word can be. */
function constantOf(id: string, listed: readonly Listed[]): string {
  const [, name = ""] = id.split("/");
  const short = camelCase(name);
  const isTaken = listed.some(({ constant }) => constant === short);
  return isTaken || !name.includes("-") ? camelCase(id) : short;
}

function camelCase(words: string): string {
  return words.replaceAll(/[-/](.)/g, (_, letter: string) => letter.toUpperCase());
}
