import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from "yaml";
import { suggestion } from "../../infra/environment/suggestion.ts";
import type { Place, Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";

/** A key of a mapping with the place where it stands, and what stands beside it. */
export interface YamlEntry extends Place {
  readonly key: string;
  readonly value: Node | undefined;
}

/** A YAML document whose parts are known with their places, and what was found wrong in reading them. */
export class YamlRoster {
  readonly contents: Node | undefined;
  readonly #document;
  readonly #lines = new LineCounter();
  readonly #report: (problem: Problem) => void;

  constructor(text: string, report: (problem: Problem) => void) {
    this.#report = report;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    for (const { message, pos } of this.#document.errors) {
      const { line, col } = this.#lines.linePos(pos[0]);
      report({ line, column: Math.max(col, 1), says: `This is no YAML: ${message.replace(/\.$/, "")}.` });
    }
    this.contents = this.isBroken ? undefined : this.#resolved(this.#document.contents);
  }

  /** Whether it is no YAML, which was reported. */
  get isBroken(): boolean {
    return this.#document.errors.length > 0;
  }

  isMapping(node: Node): boolean {
    return isMap(node);
  }

  placeOf(node: Node | undefined): Place {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The entries of a list, or nothing where it is none. */
  itemsOf(node: Node | undefined): readonly Node[] | undefined {
    const target = this.#resolved(node);
    return isSeq(target) ? target.items.filter(isNode) : undefined;
  }

  /** What a mapping says. Where something is no mapping, that is reported as well. `what` completes "… is a mapping". */
  entriesOf(node: Node | undefined, what: string): readonly YamlEntry[] | undefined {
    const target = this.#resolved(node);
    if (isMap(target)) return this.#entries(target);
    this.#report({ ...this.placeOf(node), says: `${what} is a mapping, such as "id: s-17".` });
    return undefined;
  }

  /** Reports a key that nothing is known of, with what may have been meant. */
  reportUnknown({ key, line, column }: YamlEntry, known: readonly string[]): void {
    const says = `There is no ${quoted(key)} here${suggestion(key, known)}. Known are ${known.join(", ")}.`;
    this.#report({ line, column, says });
  }

  /**
   * A value as it is written in the file, so that zeros before a number stay. Nothing for one that is empty, and for a list or a
   * mapping, which is reported.
   */
  textOf({ key, value }: YamlEntry): (Place & { readonly text: string }) | undefined {
    const target = this.#resolved(value);
    if (!target) return undefined;
    if (!isScalar(target)) {
      this.#report({ ...this.placeOf(value), says: `${key} is a text, not a list or a mapping.` });
      return undefined;
    }
    if (target.value === null) return undefined;
    const text = (typeof target.value === "string" ? target.value : (target.source ?? "")).trim();
    return text === "" ? undefined : { ...this.placeOf(value), text };
  }

  #entries(map: YAMLMap): readonly YamlEntry[] {
    return map.items.map(({ key, value }) => ({
      ...this.placeOf(isNode(key) ? key : map),
      key: isScalar(key) ? String(key.value) : String(key),
      value: isNode(value) ? value : undefined,
    }));
  }

  /** What an alias (`*anchor`) stands for, and everything else as it is. */
  #resolved(node: Node | null | undefined): Node | undefined {
    return (isAlias(node) ? node.resolve(this.#document) : node) ?? undefined;
  }
}
