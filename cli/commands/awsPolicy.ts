import type { Command } from "commander";
import type { AwsPolicyOptions } from "../awsPolicy/awsPolicy.ts";
import type { Context } from "../context.ts";

/** `keylab aws-policy`: what the runner's role needs on AWS. */
export function addAwsPolicy(program: Command, context: Context): void {
  program
    .command("aws-policy")
    .description("print the least IAM policy of whoever runs scenarios on AWS, or the boundary of whom they make")
    .argument("[id...]", "for which scenarios; all if none is named")
    .requiredOption("--account <account>", "the account in which they are to run")
    .option("--permissions-boundary <arn>", "let no user or role be made without this boundary")
    .option("--boundary", "print a document for such a boundary instead")
    .action(async (ids: string[], options: AwsPolicyOptions) => {
      const { awsPolicy } = await import("../awsPolicy/awsPolicy.ts");
      await awsPolicy(ids, options, context);
    });
}
