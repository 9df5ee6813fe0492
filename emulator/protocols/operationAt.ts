import type { HttpRequest } from "./protocol.ts";
import type { ServiceModel } from "./serviceModel.ts";

/**
 * The operation among `names` that method, path, query and headers tell; nothing if none. Operations that share a path are
 * told apart by the parameters they need: UploadPart is the PutObject that has a part number. The one with the most is meant.
 * A header that is missing from what the query has told is an error of the request, and makes it nothing else.
 */
export function operationAt(
  model: ServiceModel,
  names: readonly string[],
  request: HttpRequest,
  url: URL,
): string | undefined {
  let best: { readonly name: string; readonly parameters: number } | undefined;
  for (const name of names) {
    const parameters = parametersOf(model, name, request, url);
    if (parameters !== undefined && (!best || parameters > best.parameters)) best = { name, parameters };
  }
  return best?.name;
}

/** How many parameters of the request mark it as this operation; `undefined` if it is none. */
function parametersOf(
  model: ServiceModel,
  name: string,
  { method, headers }: HttpRequest,
  url: URL,
): number | undefined {
  const binding = model.http(name);
  if (binding?.method !== method || !binding.labelsOf(url.pathname)) return undefined;
  const needed = neededParameters(model, name);
  const areThere =
    binding.parameters.every(([key, value]) => url.searchParams.get(key) === value) &&
    needed.every(({ location, key }) =>
      location === "header" ? key.toLowerCase() in headers || binding.parameters.length > 0 : url.searchParams.has(key),
    );
  return areThere ? binding.parameters.length + needed.length : undefined;
}

function neededParameters(model: ServiceModel, operation: string): { location: string; key: string }[] {
  const { required = [], members = {} } = model.input(operation);
  return required.flatMap((name) => {
    const { location = "body", locationName = name } = members[name] ?? {};
    return location === "header" || location === "querystring" ? [{ location, key: locationName }] : [];
  });
}
