import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import * as pulumi from "@pulumi/pulumi";

import { withDefaults, type EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import { keyStatements } from "./keyStatement.ts";
import { accountRootArn } from "./policies/accountRootArn.ts";
import { consoleKeyPolicy } from "./policies/consoleKeyPolicy.ts";
import { principalArns } from "./principal.ts";
import { keyUse } from "./rules/keyKind.ts";

/** The text of the console key policy, with the statements of one's own; unknown while a principal of it is. */
export function keyPolicy(owner: string, args: EncryptionKeyArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const settings = withDefaults(args);
  const caller = getCallerIdentityOutput({}, { parent });
  const administrators = principalArns(owner, "administrators", args.administrators, { parent });
  const users = principalArns(owner, "users", args.users ?? [], { parent });
  const statements = keyStatements(owner, settings.statements, { parent });
  const known = pulumi.all([caller, administrators, users, statements]);
  return known.apply(([{ accountId, arn }, administratorArns, userArns, ownStatements]) => {
    const partition = arn.split(":")[1];
    const trusted = settings.trustedAccounts.map((id) => accountRootArn(id, partition));
    const policy = consoleKeyPolicy({
      accountRoot: accountRootArn(accountId, partition),
      delegatesToAccount: settings.delegatesToAccount,
      administrators: administratorArns,
      administratorsMayDelete: settings.administratorsMayDelete,
      users: [...userArns, ...trusted],
      use: keyUse(settings.keySpec, settings.keyUsage),
    });
    return JSON.stringify({ ...policy, Statement: [...policy.Statement, ...ownStatements] });
  });
}
