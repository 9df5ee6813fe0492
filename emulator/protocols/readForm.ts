import type { AwsError } from "../awsError.ts";
import type { ServiceModel, Shape, ShapeReference } from "./serviceModel.ts";

/** How a protocol names what is in its forms, and words what is wrong with them. */
export interface FormDialect {
  readonly memberName: (name: string, reference: ShapeReference) => string;
  /** What stands before the number of an item. */
  readonly itemPrefix: (name: string, list: Shape, member: ShapeReference) => string;
  /** A field that no member has asked for. */
  readonly unknown: (name: string) => AwsError;
  readonly malformed: (text: string, name: string) => AwsError;
}

/** An input out of a form, whose fields stand for members of members: `Tags.member.1.Key`. Throws as the dialect words it. */
export function readForm(
  model: ServiceModel,
  shape: Shape,
  sent: URLSearchParams,
  dialect: FormDialect,
): Record<string, unknown> {
  const fields = firstValues(sent);
  fields.delete("Action");
  fields.delete("Version");
  const unread = new Set(fields.keys());
  const prefixes = new Set([...fields.keys()].flatMap(prefixesOf));
  const input = readStructure(model, shape, "", { fields, prefixes, unread, dialect });
  const [unknown] = unread;
  if (unknown !== undefined) throw dialect.unknown(unknown);
  return input;
}

/** The form's fields, and which of them no member has asked for yet. */
interface Form {
  readonly fields: ReadonlyMap<string, string>;
  /** Every name that a field stands below: `Tags` and `Tags.member` for `Tags.member.1`. */
  readonly prefixes: ReadonlySet<string>;
  readonly unread: Set<string>;
  readonly dialect: FormDialect;
}

/** Where a name is sent twice, AWS reads the first value. */
function firstValues(sent: URLSearchParams): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of sent) if (!fields.has(name)) fields.set(name, value);
  return fields;
}

function readStructure(model: ServiceModel, shape: Shape, prefix: string, form: Form): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const value = read(model, model.shape(reference), prefix + form.dialect.memberName(name, reference), form);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function read(model: ServiceModel, shape: Shape, name: string, form: Form): unknown {
  switch (shape.type) {
    case "structure":
      return form.prefixes.has(name) ? readStructure(model, shape, `${name}.`, form) : undefined;
    case "list":
      return readList(model, shape, name, form);
    case "map":
      return readMap(model, shape, name, form);
    default: {
      const text = form.fields.get(name);
      form.unread.delete(name);
      return text === undefined ? undefined : readScalar(shape, text, name, form.dialect);
    }
  }
}

function readList(model: ServiceModel, shape: Shape, name: string, form: Form): unknown[] | undefined {
  const reference = shape.member;
  if (!reference) throw new Error(`The list ${name} of the API model has no member shape.`);
  // An empty list is sent as the bare name without a value.
  if (form.fields.get(name) === "") {
    form.unread.delete(name);
    return [];
  }
  const member = model.shape(reference);
  const prefix = form.dialect.itemPrefix(name, shape, reference);
  const items: unknown[] = [];
  for (let index = 1; ; index++) {
    const item = read(model, member, `${prefix}.${index}`, form);
    if (item === undefined) return items.length > 0 ? items : undefined;
    items.push(item);
  }
}

/** The entries of a map are sent like the items of a list: `Name.entry.1.key`, `Name.entry.1.value`. */
function readMap(model: ServiceModel, { key, value }: Shape, name: string, form: Form): object | undefined {
  if (!key || !value) throw new Error(`The map ${name} of the API model has no key or value shape.`);
  const entries: [string, unknown][] = [];
  for (let index = 1; ; index++) {
    const entry = `${name}.entry.${index}`;
    const found = read(model, model.shape(key), `${entry}.${key.locationName ?? "key"}`, form);
    if (typeof found !== "string") return entries.length > 0 ? Object.fromEntries(entries) : undefined;
    entries.push([found, read(model, model.shape(value), `${entry}.${value.locationName ?? "value"}`, form)]);
  }
}

/** No input of these services is nested deeper. */
const maximumDepth = 20;

function prefixesOf(name: string): string[] {
  const parts = name.split(".", maximumDepth);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

function readScalar(shape: Shape, text: string, name: string, { malformed }: FormDialect): unknown {
  switch (shape.type) {
    case "boolean":
      if (text === "true" || text === "false") return text === "true";
      throw malformed(text, name);
    case "integer":
    case "long": {
      const number = Number(text);
      if (/^-?\d+$/.test(text) && Number.isSafeInteger(number)) return number;
      throw malformed(text, name);
    }
    case "float":
    case "double": {
      const number = Number(text);
      if (text.trim() !== "" && Number.isFinite(number)) return number;
      throw malformed(text, name);
    }
    case "timestamp": {
      const date = new Date(text);
      if (!Number.isNaN(date.getTime())) return date;
      throw malformed(text, name);
    }
    case "blob":
      return Buffer.from(text, "base64");
    default:
      return text;
  }
}
