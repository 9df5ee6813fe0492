import { crc32 } from "node:zlib";
import * as z from "zod";
import { ProviderError } from "../errors.ts";
import { providerFunction } from "../function.ts";
import { policyDocument } from "../resource.ts";

const list = z.array(z.string()).default([]);
const principals = z.array(z.strictObject({ type: z.string(), identifiers: z.array(z.string()) })).default([]);
const condition = z.strictObject({ test: z.string(), variable: z.string(), values: z.array(z.string()) });

const statement = z.strictObject({
  actions: list,
  conditions: z.array(condition).default([]),
  effect: z.enum(["Allow", "Deny"]).default("Allow"),
  notActions: list,
  notPrincipals: principals,
  notResources: list,
  principals,
  resources: list,
  sid: z
    .string()
    .regex(/^[a-zA-Z0-9]*$/, "may hold letters and digits only")
    .optional(),
});

/** A policy document given as text: of its statements, only the Sid matters here. */
const document = z.looseObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(z.looseObject({ Sid: z.string().optional() })).default([]),
  ),
});

type Document = z.output<typeof document>;
type Statement = Document["Statement"][number];

/**
 * `aws.iam.getPolicyDocument`: writes a policy document. The source documents come first and the override documents
 * last; a statement replaces an earlier one of the same Sid. As in the official provider, `&{` stands for `${`.
 */
export const getPolicyDocument = providerFunction({
  token: "aws:iam/getPolicyDocument:getPolicyDocument",
  inputs: {
    overridePolicyDocuments: z.array(policyDocument).optional(),
    policyId: z.string().optional(),
    sourcePolicyDocuments: z.array(policyDocument).optional(),
    statements: z.array(statement).optional(),
    version: z.enum(["2008-10-17", "2012-10-17"]).default("2012-10-17"),
  },
  unsupported: ["overrideJson", "sourceJson"],
  async answer(_aws, inputs) {
    const sources = (inputs.sourcePolicyDocuments ?? []).map(readDocument);
    const own = { Version: inputs.version, Id: inputs.policyId, Statement: (inputs.statements ?? []).map(write) };
    refuseDuplicates(
      sources.flatMap(({ Statement }) => Statement),
      "sourcePolicyDocuments",
    );
    refuseDuplicates(own.Statement, "statements");
    const overrides = (inputs.overridePolicyDocuments ?? []).map(readDocument);
    const { Version, Id, Statement } = [...sources, own, ...overrides].reduce(merge, { Statement: [] });
    const merged = { Version, Id, Statement: Statement.length === 0 ? undefined : Statement };
    const json = JSON.stringify(merged, undefined, 2);
    return { ...inputs, id: String(crc32(json)), json, minifiedJson: JSON.stringify(merged) };
  },
});

function readDocument(text: string): Document {
  return document.parse(JSON.parse(text));
}

function merge(earlier: Document, later: Document): Document {
  const statements = [...earlier.Statement];
  for (const added of later.Statement) {
    const place = added.Sid ? statements.findIndex(({ Sid }) => Sid === added.Sid) : -1;
    statements.splice(place < 0 ? statements.length : place, place < 0 ? 0 : 1, added);
  }
  const Version = [earlier.Version ?? "", later.Version ?? ""].sort().at(-1);
  return { Version, Id: later.Id ?? earlier.Id, Statement: statements };
}

function refuseDuplicates(statements: readonly Statement[], where: string): void {
  const sids = statements.flatMap(({ Sid }) => Sid ?? []);
  const duplicate = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (duplicate !== undefined) {
    throw new ProviderError(`${where}: the Sid ${duplicate} is used twice; a Sid must be unique`);
  }
}

function write(given: z.output<typeof statement>): Statement {
  return {
    Sid: given.sid === "" ? undefined : given.sid,
    Effect: given.effect,
    Action: oneOrMany(given.actions),
    NotAction: oneOrMany(given.notActions),
    Resource: oneOrMany(given.resources.map(withVariables)),
    NotResource: oneOrMany(given.notResources.map(withVariables)),
    Principal: writePrincipals(given.principals),
    NotPrincipal: writePrincipals(given.notPrincipals),
    Condition: writeConditions(given.conditions),
  };
}

/** `{"*": "*"}` is written as `"*"`; `{"AWS": "*"}` stays, because trust policies take only that. */
function writePrincipals(given: z.output<typeof principals>): unknown {
  const types = [...new Set(given.map(({ type }) => type))].sort();
  const ids = (type: string) => given.filter((some) => some.type === type).flatMap(({ identifiers }) => identifiers);
  const written = types.map((type) => [type, oneOrMany(ids(type).map(withVariables))] as const);
  const [first] = written;
  if (written.length === 1 && first?.[0] === "*" && first[1] === "*") {
    return "*";
  }
  return written.length === 0 ? undefined : Object.fromEntries(written);
}

function writeConditions(given: readonly z.output<typeof condition>[]): unknown {
  const operators: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of given) {
    const variables = (operators[test] ??= {});
    (variables[variable] ??= []).push(...values.map(withVariables));
  }
  const written = Object.entries(operators).map(([test, variables]) => {
    return [test, Object.fromEntries(Object.entries(variables).map(([name, values]) => [name, inOrder(values)]))];
  });
  return written.length === 0 ? undefined : Object.fromEntries(written);
}

/** One value stands alone; several are a set, whose order the official provider reverses. */
function oneOrMany(values: readonly string[]): string | string[] | undefined {
  const set = [...new Set(values)].sort().reverse();
  return set.length > 1 ? set : set[0];
}

/** The order of a condition's values is the program's. */
function inOrder(values: readonly string[]): string | readonly string[] | undefined {
  return values.length > 1 ? values : values[0];
}

function withVariables(text: string): string {
  return text.replaceAll("&{", "${");
}
