import * as z from "zod";
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
    "nightly",
    "newReader",
    "writer",
    "otherReader",
    "serviceLinked",
    "root",
    "otherRoot",
    "dynamodb",
    "lambda",
    "otherCloudTrail",
    "guest",
    "guestOfRoot",
    "visitor",
  ]),
  action: z.string(),
  resource: z.string(),
  resourceAccount: z.string().optional(),
  /** How sentences name the resource, where not by its ARN. */
  shownAs: z.string().optional(),
  /** How sentences paraphrase it to callers who must not learn whether it exists. */
  undisclosedAs: z.string().optional(),
  resourcePolicy: resourcePolicy.optional(),
  /** The version of every policy of the case; 2012-10-17 unless told otherwise. */
  version: z.enum(["2012-10-17", "2008-10-17", "none"]).optional(),
  identity: statements.optional(),
  /** More identity policies of the caller; one list of statements for each. */
  furtherIdentity: z.array(statements).optional(),
  boundary: statements.optional(),
  session: statements.optional(),
  /** More policies that the session was started with; one list of statements for each. */
  furtherSession: z.array(statements).optional(),
  /** One list of statements for each level of the organization. */
  serviceControl: z.array(statements).optional(),
  resourceControl: z.array(statements).optional(),
  endpointPolicy: statements.optional(),
  grants: z.array(grant).optional(),
  /** Whether AWS manages the resource. */
  isAwsManaged: z.boolean().optional(),
  context: z.record(z.string(), value).optional(),
  encryptionContext: texts.optional(),
});

const decided = z.strictObject({
  result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
  layer: z.enum(layers),
  statement: z.union([z.string(), z.number()]).optional(),
  sentence: z.string().optional(),
});

/** A policy of the case is refused when it is written: nothing is decided. */
const refused = z.strictObject({
  refused: z.enum(["json", "syntax", "principal", "unsupported"]),
  message: z.string(),
});

/** A file of cases: a topic, where AWS says so, what all cases share, and the cases. */
export const caseFile = z.strictObject({
  topic: z.string(),
  source: z.string(),
  statements: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** What every case asks, unless it says otherwise. */
  given: z.strictObject(question.partial().shape),
  cases: z.array(
    z.strictObject({ name: z.string(), ...question.partial().shape, expect: z.union([decided, refused]) }),
  ),
});

/** A file of cases, as it was read. */
export type CaseFile = z.infer<typeof caseFile>;
/** One case of a file. */
export type AccessCase = CaseFile["cases"][number];
/** What a case expects of a decision. */
export type ExpectedDecision = z.infer<typeof decided>;
/** What a case expects of a policy that is refused. */
export type ExpectedRefusal = z.infer<typeof refused>;
