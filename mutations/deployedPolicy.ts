import * as z from "zod";
import type { Inputs } from "./observedResource.ts";

const oneOrMany = z.union([z.string(), z.array(z.string())]);

/** A statement of a policy, as far as mutations change it; everything else stays as it is. */
const statement = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.union([z.literal("*"), z.record(z.string(), oneOrMany)]).optional(),
  Action: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});

const document = z.looseObject({ Statement: z.union([z.array(statement), statement.transform((one) => [one])]) });

export type DeployedStatement = z.infer<typeof statement>;
export type DeployedPolicy = z.infer<typeof document>;

/** An input of a resource as a policy: most are JSON; nothing if it is none. */
export function readPolicy(input: unknown): DeployedPolicy | undefined {
  return document.safeParse(asJson(input)).data;
}

/** The same as it was written, with its members in their order. */
export function policyDocument(input: unknown): unknown {
  return readPolicy(input) && asJson(input);
}

/** The policies among the inputs of a resource, by the input's name. */
export function policiesIn(inputs: Inputs): readonly (readonly [string, DeployedPolicy])[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    const policy = readPolicy(input);
    return policy ? [[name, policy] as const] : [];
  });
}

/** What a statement is called: its `Sid`, or its place. */
export function nameOfStatement({ Sid }: DeployedStatement, index: number): string {
  return Sid === undefined || Sid === "" ? `statement ${index + 1}` : `"${Sid}"`;
}

/** One value or several, as a list. */
export function listOf(values: string | readonly string[] | undefined): readonly string[] {
  if (values === undefined) return [];
  return typeof values === "string" ? [values] : values;
}

function asJson(input: unknown): unknown {
  if (typeof input !== "string") return input;
  try {
    return JSON.parse(input);
  } catch {
    return undefined;
  }
}
