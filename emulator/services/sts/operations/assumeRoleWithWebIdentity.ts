import type {
  AssumeRoleWithWebIdentityCommandInput,
  AssumeRoleWithWebIdentityCommandOutput,
} from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import {
  auditedRoleSession,
  roleSessionAccess,
  startRoleSession,
  type RoleSessionRequest,
} from "../startRoleSession.ts";
import { webIdentityOf } from "../webIdentityOf.ts";

type WebIdentityInput = Input<AssumeRoleWithWebIdentityCommandInput>;

/** Starts a session of a role whose trust policy lets in whom an identity provider vouches for. Needs no signature. */
export const assumeRoleWithWebIdentity = operation<WebIdentityInput, Output<AssumeRoleWithWebIdentityCommandOutput>>({
  service: "sts",
  name: "AssumeRoleWithWebIdentity",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html",
  readOnly: true,
  // Tokens of OAuth 2.0 say nothing without a call to their provider.
  unsupported: ["ProviderId"],
  audit: {
    response: (output) => ({
      subjectFromWebIdentityToken: output.SubjectFromWebIdentityToken,
      ...auditedRoleSession(output),
      provider: output.Provider,
      audience: output.Audience,
    }),
  },
  authenticate: webIdentityOf,
  access: (context, input) => roleSessionAccess(context, "sts:AssumeRoleWithWebIdentity", requestOf(context, input)),
  run: (context, input) => {
    const { caller } = context;
    if (caller.kind !== "web identity") {
      throw new AwsError("InvalidIdentityToken", "The caller comes with no web identity token.");
    }
    return {
      ...startRoleSession(context, requestOf(context, input)),
      SubjectFromWebIdentityToken: caller.subject,
      Provider: caller.federation.provider,
      Audience: caller.audience,
    };
  },
});

/** The token says which tags and which source identity the session is to have. */
function requestOf({ caller }: CallContext, input: WebIdentityInput): RoleSessionRequest {
  if (caller.kind !== "web identity") return input;
  const { tags: Tags, transitiveTagKeys: TransitiveTagKeys, sourceIdentity: SourceIdentity } = caller;
  return { ...input, Tags, TransitiveTagKeys, SourceIdentity };
}
