import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import type { Statement } from "./policies/policyDocument.ts";
import { checkPrincipals, principalArns, type Principal } from "./principal.ts";
import { atLeastOne } from "./rules/atLeastOne.ts";

/**
 * A statement of a key policy, or of a secret's resource policy, as a component takes it. Its resource is the key or the secret:
 * `"*"` in both.
 */
export interface KeyStatement extends Pick<Statement, "Sid" | "Effect" | "Action" | "Condition"> {
  /** Whom the statement speaks of: at least one. */
  readonly Principal: readonly Principal[];
}

/**
 * Refuses statements that name nobody, or somebody whom no key policy may name.
 *
 * @throws pulumi.RunError
 */
export function checkKeyStatements(owner: string, statements: readonly KeyStatement[]): void {
  for (const [index, { Principal: principals }] of statements.entries()) {
    checkArgument(owner, principalsOf(index), principals, atLeastOne("principal"));
    checkPrincipals(owner, principalsOf(index), principals);
  }
}

/** The statements as they stand in a key policy's JSON; unknown while a principal of theirs is. */
export function keyStatements(
  owner: string,
  statements: readonly KeyStatement[],
  options: pulumi.InvokeOutputOptions,
): pulumi.Output<Statement[]> {
  return pulumi.all(
    statements.map(({ Principal: principals, ...statement }, index) =>
      principalArns(owner, principalsOf(index), principals, options).apply((arns): Statement => {
        return { ...statement, Principal: { AWS: arns }, Resource: "*" };
      }),
    ),
  );
}

function principalsOf(index: number): string {
  return `statements[${index}].Principal`;
}
