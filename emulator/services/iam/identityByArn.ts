import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { iamAccess } from "./iamAccess.ts";
import type { IamStore } from "./iamStore.ts";

/** What is needed to touch something of the caller's account by its ARN: no IAM resource is shared with others. */
export function identityByArn(
  context: CallContext,
  { action, resource: arn }: { readonly action: string; readonly resource: string },
): NeededAccess | undefined {
  const found = resourceByArn(context.account.iam, arn);
  if (!found) return undefined;
  const [needed] = iamAccess(context, "", arn, { tags: found.tags });
  return needed && { ...needed, action };
}

function resourceByArn(iam: IamStore, arn: string): { readonly tags: ReadonlyMap<string, string> } | undefined {
  const { policies, instanceProfiles, serverCertificates } = iam;
  return (
    iam.identityByArn(arn) ??
    [policies, instanceProfiles, serverCertificates].map((directory) => directory.findByArn(arn)).find(Boolean) ??
    [iam.mfaDevices, iam.openIdConnectProviders, iam.samlProviders].map((map) => map.get(arn)).find(Boolean)
  );
}
