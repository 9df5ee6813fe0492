import * as z from "zod";

const texts = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

const statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.union([z.literal("*"), z.record(z.string(), texts)]).optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});

const policy = z.object({ Statement: z.union([z.array(statement), statement.transform((one) => [one])]) });

/** A statement of a policy, with every list as one. */
export type PolicyStatement = z.output<typeof statement>;

/**
 * The statements of a policy's JSON that allow something; none if it is no policy, which AWS says better.
 *
 * @param text what a resource has as its policy.
 */
export function allowingStatements(text: unknown): PolicyStatement[] {
  if (typeof text !== "string") return [];
  const { data } = policy.safeParse(parsed(text));
  return (data?.Statement ?? []).filter(({ Effect }) => Effect === "Allow");
}

/** Whether a statement speaks of every KMS operation: by `*`, by `kms:*`, or by naming only what else it leaves out. */
export function allowsAllOfKms({ Action, NotAction }: PolicyStatement): boolean {
  if (NotAction !== undefined) return !NotAction.some((action) => /^(\*|kms:\*)$/i.test(action));
  return (Action ?? []).some((action) => /^(\*+|kms:\*+)$/i.test(action));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
