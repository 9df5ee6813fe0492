import * as z from "zod";

const texts = z.array(z.string()).readonly();

const patterns = z.object({
  matched: z.boolean(),
  negated: z.boolean().describe("whether it is `NotAction` or `NotResource`"),
  patterns: texts,
});

/** How a statement is called in its policy. */
export const statementName = z.union([z.string(), z.number()]).describe("its `Sid`, or its position, counted from 0");

const condition = z.object({
  operator: z.string(),
  key: z.string(),
  stated: texts,
  requested: texts.nullable().describe("null: the request does not have the key"),
  met: z.boolean(),
});

const statement = z.object({
  policy: z.string(),
  statement: statementName,
  effect: z.enum(["Allow", "Deny"]),
  applies: z.boolean(),
  principal: z.string().optional().describe("how it names the caller; absent where the layer names no principals"),
  action: patterns,
  resource: patterns,
  conditions: z.array(condition).readonly(),
});

const grant = z.object({
  grantId: z.string(),
  granteePrincipal: z.string(),
  operations: texts,
  allows: z.boolean(),
  granteeMatched: z.boolean(),
  operationMatched: z.boolean(),
  constraintsMet: z.boolean(),
});

const layer = z.object({
  layer: z.string(),
  level: z.number().optional().describe("of an organization, counted from 1, its root"),
  says: z.string().describe("`denies`, `allows`, `through the account`, `does not allow` or `is absent`"),
  note: z.string().optional(),
  statements: z.array(statement).readonly(),
  grants: z.array(grant).readonly().optional(),
});

const change = z.object({
  change: z.enum(["add an Allow", "remove or narrow the Deny"]),
  layer: z.string(),
  level: z.number().optional(),
  principal: z.string().optional(),
  action: z.string(),
  resource: z.string(),
  policy: z.string().optional(),
  statement: statementName.optional(),
});

/** Why a target allowed or denied a request, as the embedded AWS tells it. No secret is in it. */
export const explanation = z.object({
  decision: z.object({
    result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
    layer: z.string(),
    principal: z.string(),
    action: z.string(),
    resource: z.string(),
    statement: z.object({ policy: z.string(), statement: statementName }).optional(),
  }),
  sentence: z.string().describe("AWS's sentence for a denial; Keylab's own for an Allow"),
  layers: z.array(layer).readonly().describe("every policy type in AWS's order, present or not"),
  changes: z.array(change).readonly().describe("the fewest changes that together would turn a denial into an Allow"),
});

export type Explanation = z.infer<typeof explanation>;
export type ExplainedLayer = z.infer<typeof layer>;
export type ExplainedStatement = z.infer<typeof statement>;
export type ExplainedPatterns = z.infer<typeof patterns>;
export type ExplainedCondition = z.infer<typeof condition>;
export type ExplainedGrant = z.infer<typeof grant>;
export type ExplainedChange = z.infer<typeof change>;
