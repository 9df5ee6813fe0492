/** Where an operation of a REST protocol is found: method, path and fixed parameters of the query. */
export class HttpBinding {
  readonly method: string;
  /** As the API model has it: a path with labels (`{Bucket}`; `{Key+}` takes slashes too), and what the query must have. */
  readonly requestUri: string;
  /** The status of a success. Default: 200. */
  readonly responseCode?: number;
  /** Parameters that the query must have with these values: `uploads=` tells one operation on a path from the others. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly #labels: readonly string[];
  readonly #path: RegExp;

  constructor({ method, requestUri, responseCode }: { method: string; requestUri: string; responseCode?: number }) {
    const [path = "", query = ""] = requestUri.split("?");
    const parts = path.replace(/\/$/, "").split(/(\{[^}]+\})/);
    this.method = method;
    this.requestUri = requestUri;
    this.responseCode = responseCode;
    this.parameters = [...new URLSearchParams(query)];
    this.#labels = parts.flatMap((part) => /^\{([^}+]+)\+?\}$/.exec(part)?.[1] ?? []);
    // A slash at the end does not matter, unless it may belong to a label.
    this.#path = new RegExp(`^${parts.map(expressionOf).join("")}${path.endsWith("+}") ? "" : "/?"}$`);
  }

  /** The values of a path's labels, decoded; `undefined` for another path. */
  labelsOf(path: string): ReadonlyMap<string, string> | undefined {
    const found = this.#path.exec(path);
    return found ? new Map(this.#labels.map((name, index) => [name, decoded(found[index + 1] ?? "")])) : undefined;
  }
}

function expressionOf(part: string): string {
  if (!part.startsWith("{")) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return part.endsWith("+}") ? "(.+)" : "([^/]+)";
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
