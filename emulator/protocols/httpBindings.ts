import type { HttpBinding, ServiceModel, Shape } from "./serviceModel.ts";

type Labels = ReadonlyMap<string, string>;

/** The operation that a method and a path name; nothing if none has them. */
export function operationAt(model: ServiceModel, method: string, path: string): string | undefined {
  return model.operationNames().find((name) => {
    const binding = model.http(name);
    return binding?.method === method && labelsOf(binding, path) !== undefined;
  });
}

/** The values of a path's labels, decoded; `undefined` for another path. A slash at the end does not matter. */
export function labelsOf({ requestUri }: Pick<HttpBinding, "requestUri">, path: string): Labels | undefined {
  const wanted = segmentsOf(requestUri);
  const found = segmentsOf(path);
  if (wanted.length !== found.length) return undefined;
  const labels = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    const [, label] = /^\{(.+)\}$/.exec(segment) ?? [];
    const value = found[index] ?? "";
    if (label === undefined && segment !== value) return undefined;
    if (label !== undefined) labels.set(label, decoded(value));
  }
  return labels;
}

function segmentsOf(path: string): string[] {
  return path.replace(/\/$/, "").split("/");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A text of a path, a query or a header as the value of a scalar shape; as it stands where it is none, which validation tells. */
export function readText({ type }: Shape, text: string): unknown {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type === "integer" || type === "long") return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}
