import { isMap, isNode, LineCounter, parseDocument, type Document } from "yaml";
import { UserError } from "../../errors/userError.ts";
import { readText } from "./readText.ts";

/** The names and positions that lead to something in a document. */
type Path = readonly PropertyKey[];

/** What a YAML or JSON file says, and in which lines. */
export class YamlDocument {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();

  /** @throws UserError when the file cannot be read, or is neither YAML nor JSON. */
  static async read(path: string): Promise<YamlDocument> {
    return new YamlDocument(path, await readText(path));
  }

  private constructor(path: string, text: string) {
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const [broken] = this.#document.errors;
    if (!broken) return;
    const [summary = ""] = broken.message.split("\n");
    throw new UserError(`${path} is neither YAML nor JSON: ${summary}`, "Mend the file.");
  }

  content(): unknown {
    return this.#document.toJS();
  }

  /** The line of something, counted from 1. What is missing has the line of what it is missing in. */
  lineOf(path: Path): number {
    const offsets = path.map((_, index) => this.#offsetOf(path.slice(0, index + 1)));
    return this.#lines.linePos(offsets.findLast((offset) => offset !== undefined) ?? 0).line;
  }

  /** The position of a value in a mapping is that of its name: the value itself may begin on a later line. */
  #offsetOf(path: Path): number | undefined {
    const parent = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === path.at(-1)) : undefined;
    const node = pair ? pair.key : this.#document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }
}
