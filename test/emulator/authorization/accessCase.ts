import { z } from "zod";
import { layers } from "../../../emulator/authorization/layer.ts";

const texts = z.record(z.string(), z.string());
/** A statement as policies have it, or the name of one of the file's `statements`. */
const statements = z.array(z.union([z.string(), z.record(z.string(), z.unknown())]));
const value = z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]);

const resourcePolicy = z.strictObject({
  kind: z.enum(["key policy", "trust policy", "resource policy"]),
  statements,
});

const grant = z.strictObject({
  granteePrincipal: z.string(),
  granteeId: z.string().optional(),
  operations: z.array(z.string()),
  encryptionContextEquals: texts.optional(),
  encryptionContextSubset: texts.optional(),
});

/** What a case asks, once what the file gives is filled in. Its name and what is expected are left out. */
export const question = z.object({
  principal: z.enum([
    "alice",
    "newAlice",
    "bob",
    "carol",
    "reader",
    "newReader",
    "otherReader",
    "root",
    "otherRoot",
    "dynamodb",
    "guest",
    "guestOfRoot",
    "visitor",
  ]),
  action: z.string(),
  resource: z.string(),
  resourceAccount: z.string().optional(),
  resourcePolicy: resourcePolicy.optional(),
  /** The version of every policy of the case; 2012-10-17 unless told otherwise. */
  version: z.enum(["2012-10-17", "2008-10-17"]).optional(),
  identity: statements.optional(),
  boundary: statements.optional(),
  session: statements.optional(),
  /** One list of statements for each level of the organization. */
  serviceControl: z.array(statements).optional(),
  resourceControl: z.array(statements).optional(),
  endpointPolicy: statements.optional(),
  grants: z.array(grant).optional(),
  context: z.record(z.string(), value).optional(),
  encryptionContext: texts.optional(),
});

const expected = z.strictObject({
  result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
  layer: z.enum(layers),
  statement: z.union([z.string(), z.number()]).optional(),
  sentence: z.string().optional(),
});

/** A file of cases: a topic, where AWS says so, what all cases share, and the cases. */
export const caseFile = z.strictObject({
  topic: z.string(),
  source: z.string(),
  statements: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** What every case asks, unless it says otherwise. */
  given: z.strictObject(question.partial().shape),
  cases: z.array(z.strictObject({ name: z.string(), ...question.partial().shape, expect: expected })),
});

/** A file of cases, as it was read. */
export type CaseFile = z.infer<typeof caseFile>;
/** One case of a file. */
export type AccessCase = CaseFile["cases"][number];
