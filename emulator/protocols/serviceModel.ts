import { readFileSync } from "node:fs";
import * as z from "zod";
import { CheckedOnUse } from "./checkedOnUse.ts";
import { HttpBinding } from "./httpBinding.ts";

const reference = z.object({
  shape: z.string(),
  locationName: z.string().optional(),
  /** In requests of the EC2 protocol, where not `locationName`. */
  queryName: z.string().optional(),
  /** Where the member travels, in REST protocols; absent: in the body. */
  location: z.enum(["uri", "querystring", "header", "headers", "statusCode"]).optional(),
  /** In XML: an attribute of the element, and no element of its own. */
  xmlAttribute: z.boolean().optional(),
  /** In XML: the items stand side by side, without an element around them. */
  flattened: z.boolean().optional(),
  resultWrapper: z.string().optional(),
});

const shape = z.object({
  type: z.enum([
    "structure",
    "list",
    "map",
    "string",
    "integer",
    "long",
    "float",
    "double",
    "boolean",
    "blob",
    "timestamp",
  ]),
  required: z.array(z.string()).optional(),
  members: z.record(z.string(), reference).optional(),
  member: reference.optional(),
  key: reference.optional(),
  value: reference.optional(),
  flattened: z.boolean().optional(),
  locationName: z.string().optional(),
  /** In REST protocols: the member that is the whole body. */
  payload: z.string().optional(),
  timestampFormat: z.string().optional(),
  enum: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().optional(),
  sensitive: z.boolean().optional(),
  /** Of an error: its code in the Query protocol. */
  error: z.object({ code: z.string().optional() }).optional(),
});

const httpBinding = z.object({ method: z.string(), requestUri: z.string(), responseCode: z.number().optional() });

const model = z.object({
  metadata: z.object({
    apiVersion: z.string(),
    protocol: z.enum(["json", "query", "ec2", "rest-json", "rest-xml", "smithy-rpc-v2-cbor"]),
    /** Present where the service spoke the Query protocol before, and its errors had other codes there. */
    awsQueryCompatible: z.object({}).optional(),
    jsonVersion: z.string().optional(),
    targetPrefix: z.string().optional(),
    xmlNamespace: z.string().optional(),
  }),
  operations: z.looseObject({}),
  shapes: z.looseObject({}),
});

const describedOperation = z.object({
  http: httpBinding.optional(),
  input: reference.optional(),
  output: reference.optional(),
  errors: z.array(reference).optional(),
  authtype: z.string().optional(),
});

/** One shape of an API model: a structure, a list, a map or a scalar with its constraints. */
export type Shape = z.infer<typeof shape>;
/** Where a shape is used, with the name it has on the wire there. */
export type ShapeReference = z.infer<typeof reference>;
type Model = z.infer<typeof model>;

/** AWS's own description of a service's API (from botocore): which operations, which shapes, which protocol. */
export class ServiceModel {
  readonly metadata: Model["metadata"];
  readonly #operations: CheckedOnUse<z.infer<typeof describedOperation>>;
  readonly #shapes: CheckedOnUse<Shape>;
  readonly #bindings = new Map<string, HttpBinding>();
  readonly #patterns = new Map<string, RegExp>();

  constructor(text: string) {
    const parsed = model.parse(JSON.parse(text));
    this.metadata = parsed.metadata;
    this.#operations = new CheckedOnUse(parsed.operations, describedOperation);
    this.#shapes = new CheckedOnUse(parsed.shapes, shape);
  }

  /** Reads the committed model of a service, `emulator/models/<service>.json`. */
  static load(service: string): ServiceModel {
    return new ServiceModel(readFileSync(new URL(`../models/${service}.json`, import.meta.url), "utf8"));
  }

  /** Whether AWS has an operation of this name. */
  has(operation: string): boolean {
    return this.#operations.has(operation);
  }

  /** Whether requests for the operation carry no signature, as AWS has it. */
  isUnsigned(operation: string): boolean {
    return this.#operations.get(operation)?.authtype === "none";
  }

  operationNames(): string[] {
    return this.#operations.names();
  }

  /** How an operation is called over HTTP; absent in protocols that have one path for all. */
  http(operation: string): HttpBinding | undefined {
    const stated = this.#operations.get(operation)?.http;
    if (!stated) return undefined;
    const known = this.#bindings.get(operation) ?? new HttpBinding(stated);
    this.#bindings.set(operation, known);
    return known;
  }

  input(operation: string): Shape {
    const reference = this.#operations.get(operation)?.input;
    return reference ? this.shape(reference) : emptyStructure;
  }

  output(operation: string): { shape: Shape; resultWrapper?: string } | undefined {
    const reference = this.#operations.get(operation)?.output;
    return reference && { shape: this.shape(reference), resultWrapper: reference.resultWrapper };
  }

  /** The structure of an error, if the model has it. */
  error(code: string): Shape | undefined {
    return this.#shapes.get(code);
  }

  /** The code of an error in the Query protocol, which may have another than the others: `LimitExceededFault` is `LimitExceeded`. */
  queryCode(code: string): string {
    return this.#shapes.get(code)?.error?.code ?? code;
  }

  shape(reference: ShapeReference): Shape {
    const found = this.#shapes.get(reference.shape);
    if (!found) throw new Error(`The API model has no shape ${reference.shape}.`);
    return found;
  }

  /**
   * How an error of a JSON service spells the member with its message. An error that the model does not have
   * (`AccessDeniedException`) is spelt as the service's others are.
   */
  messageMember(errorCode: string): "message" | "Message" {
    const shape = this.#shapes.get(errorCode) ?? this.#someError();
    return shape?.members && Object.hasOwn(shape.members, "Message") ? "Message" : "message";
  }

  /** An error that an operation of the service has. */
  #someError(): Shape | undefined {
    for (const name of this.operationNames()) {
      const [first] = this.#operations.get(name)?.errors ?? [];
      if (first) return this.shape(first);
    }
    return undefined;
  }

  /** A pattern of the model, compiled once. */
  pattern(pattern: string): RegExp {
    const known = this.#patterns.get(pattern);
    if (known) return known;
    const compiled = compilePattern(pattern);
    this.#patterns.set(pattern, compiled);
    return compiled;
  }
}

/**
 * AWS's patterns are Java's: they match the whole value, and `\p{Print}` and `(?s)` have other names here. EventBridge's words
 * with blanks between them, where words may have blanks, would take for ever: the same is said in a way that does not.
 */
function compilePattern(pattern: string): RegExp {
  const translated = pattern
    .replace("(?s).*", "[^]*")
    .replaceAll("\\p{Print}", "[\\x20-\\x7E]")
    .replace(/\[ \\t\]\*(\[[^\]]+\])\+\(\[ \\t\]\+\1\+\)\*\[ \\t\]\*/, "\\t*$1(?:$1|\\t)*");
  const whole = `^(?:${translated})$`;
  try {
    return new RegExp(whole, "u");
  } catch {
    // Without the u flag, superfluous escapes such as `\-` or `\/` are allowed.
    return new RegExp(whole);
  }
}

const emptyStructure: Shape = { type: "structure", members: {} };
