import type { GetSessionTokenCommandInput, GetSessionTokenCommandOutput } from "@aws-sdk/client-sts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { provedDevice } from "../multiFactor.ts";
import {
  auditedCredentials,
  issueCredentials,
  longTermCaller,
  ownerFinder,
  sessionSeconds,
} from "../temporaryCredentials.ts";

/** Makes temporary credentials of a user or root user, who stay who they are. */
export const getSessionToken = operation<Input<GetSessionTokenCommandInput>, Output<GetSessionTokenCommandOutput>>({
  service: "sts",
  name: "GetSessionToken",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html",
  readOnly: true,
  audit: { response: ({ Credentials }) => ({ credentials: auditedCredentials(Credentials) }) },
  access: ({ caller }) => {
    longTermCaller(caller, "GetSessionToken");
    return { noneBecause: "users need no permission to authenticate, and no policy can keep them from it" };
  },
  run: (context, input) => {
    const { caller, instance, now: issuedAt } = context;
    const owner = longTermCaller(caller, "GetSessionToken");
    const session = { issuedAt, multiFactorAuthAt: provedDevice(context, input) };
    const seconds = sessionSeconds(owner, input.DurationSeconds);
    const findOwner = ownerFinder(instance, owner);
    const Credentials = issueCredentials(instance, owner.accountId, seconds, () => {
      const current = findOwner();
      return current && { principal: { ...current, session } };
    });
    return { Credentials };
  },
});
