import type { GetFederationTokenCommandInput, GetFederationTokenCommandOutput } from "@aws-sdk/client-sts";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { newTags } from "../../iam/tags.ts";
import { federate, federatedUserArn } from "../federatedUser.ts";
import { packedPolicySize, readSessionPolicies } from "../sessionPolicies.ts";
import { auditedCredentials, issueCredentials, longTermCaller, sessionSeconds } from "../temporaryCredentials.ts";

type FederationInput = Input<GetFederationTokenCommandInput>;

/** Makes temporary credentials of a federated user, who may do what both the caller and the session policies allow. */
export const getFederationToken = operation<FederationInput, Output<GetFederationTokenCommandOutput>>({
  service: "sts",
  name: "GetFederationToken",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html",
  readOnly: true,
  audit: {
    response: ({ Credentials, FederatedUser }) => ({
      credentials: auditedCredentials(Credentials),
      federatedUser: { federatedUserId: FederatedUser?.FederatedUserId, arn: FederatedUser?.Arn },
    }),
  },
  access: (context, input) => {
    longTermCaller(context.caller, "GetFederationToken");
    return [
      federationAccess(context, input, "sts:GetFederationToken"),
      ...(input.Tags?.length ? [federationAccess(context, input, "sts:TagSession")] : []),
    ];
  },
  run: ({ caller, account, instance, now: issuedAt }, input) => {
    const owner = longTermCaller(caller, "GetFederationToken");
    const tags = newTags(input.Tags);
    const sessionPolicies = readSessionPolicies(account.iam, input) ?? [];
    const PackedPolicySize = packedPolicySize(input, tags);
    const bearer = federate(instance, owner, { name: input.Name, tags, sessionPolicies, issuedAt });
    account.iam.federatedUsers.set(input.Name, bearer);
    const Credentials = issueCredentials(
      instance,
      owner.accountId,
      sessionSeconds(owner, input.DurationSeconds),
      () => {
        const principal = bearer();
        return principal && { principal };
      },
    );
    return {
      Credentials,
      FederatedUser: {
        FederatedUserId: `${owner.accountId}:${input.Name}`,
        Arn: federatedUserArn(owner.accountId, input.Name),
      },
      PackedPolicySize,
    };
  },
});

function federationAccess({ accountId }: CallContext, { Name, Tags }: FederationInput, action: string): NeededAccess {
  return {
    action,
    resource: { arn: federatedUserArn(accountId, Name), accountId, policyIsRequired: false },
    conditions: requestTags(Tags),
  };
}
