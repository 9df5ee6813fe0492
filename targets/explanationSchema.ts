import { z } from "zod";

const patterns = z.object({ matched: z.boolean(), negated: z.boolean(), patterns: z.array(z.string()) });
const name = z.union([z.string(), z.number()]);

const statement = z.object({
  policy: z.string(),
  statement: name,
  effect: z.enum(["Allow", "Deny"]),
  applies: z.boolean(),
  principal: z.string().optional(),
  action: patterns,
  resource: patterns,
  conditions: z.array(
    z.object({
      operator: z.string(),
      key: z.string(),
      stated: z.array(z.string()),
      requested: z.array(z.string()).nullable(),
      met: z.boolean(),
    }),
  ),
});

const grant = z.object({
  grantId: z.string(),
  granteePrincipal: z.string(),
  operations: z.array(z.string()),
  allows: z.boolean(),
  granteeMatched: z.boolean(),
  operationMatched: z.boolean(),
  constraintsMet: z.boolean(),
});

/** An explanation as the control routes of an embedded AWS answer it. */
export const explanationSchema = z.object({
  decision: z.object({
    result: z.enum(["Allowed", "ImplicitlyDenied", "ExplicitlyDenied"]),
    layer: z.string(),
    principal: z.string(),
    action: z.string(),
    resource: z.string(),
    statement: z.object({ policy: z.string(), statement: name }).optional(),
  }),
  sentence: z.string(),
  layers: z.array(
    z.object({
      layer: z.string(),
      level: z.number().optional(),
      says: z.string(),
      note: z.string().optional(),
      statements: z.array(statement),
      grants: z.array(grant).optional(),
    }),
  ),
  changes: z.array(
    z.object({
      change: z.enum(["add an Allow", "remove or narrow the Deny"]),
      layer: z.string(),
      level: z.number().optional(),
      principal: z.string().optional(),
      action: z.string(),
      resource: z.string(),
      policy: z.string().optional(),
      statement: name.optional(),
    }),
  ),
});
