import { Provider } from "@pulumi/aws/provider.js";
import * as pulumi from "@pulumi/pulumi";
import type { SecondAccount } from "./secondAccount.ts";

/** The options of a component that is deployed to another account: by a provider that acts as the administrator there. */
export function inSecondAccount({ region, administrator }: SecondAccount): pulumi.ComponentResourceOptions {
  const { accessKeyId, secretAccessKey, sessionToken } = administrator;
  const provider = new Provider("second-account", {
    region,
    accessKey: pulumi.secret(accessKeyId),
    secretKey: pulumi.secret(secretAccessKey),
    token: sessionToken === undefined ? undefined : pulumi.secret(sessionToken),
  });
  return { providers: { aws: provider } };
}
