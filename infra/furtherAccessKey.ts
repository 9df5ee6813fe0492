import { AccessKey } from "@pulumi/aws/iam/accessKey.js";
import * as pulumi from "@pulumi/pulumi";

import { Component } from "./component.ts";
import type { UnprivilegedUser } from "./unprivilegedUser.ts";

/** Arguments of a `FurtherAccessKey`. */
export interface FurtherAccessKeyArgs {
  readonly user: UnprivilegedUser;
  /** Requests are signed with an active key only. Default: `Active`. */
  readonly status?: "Active" | "Inactive";
}

/** What a `FurtherAccessKey` hands over. Secret as a whole. */
export interface FurtherAccessKeyOutputs {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * A second access key of a user, beside the one that the user is made with: what a rotation needs. IAM allows no third one.
 * Source: IAM User Guide, "Manage access keys for IAM users".
 */
export class FurtherAccessKey extends Component<FurtherAccessKeyOutputs> {
  readonly outputs: pulumi.Output<FurtherAccessKeyOutputs>;
  readonly accessKeyId: pulumi.Output<string>;
  /** A Pulumi secret. */
  readonly secretAccessKey: pulumi.Output<string>;

  constructor(name: string, { user, status }: FurtherAccessKeyArgs, options?: pulumi.ComponentResourceOptions) {
    super("keylab:infra:FurtherAccessKey", name, {}, options);
    const accessKey = new AccessKey(name, { user: user.userName, status }, { parent: this });

    this.accessKeyId = accessKey.id;
    this.secretAccessKey = pulumi.secret(accessKey.secret);
    const outputs = {
      userName: user.userName,
      accessKeyId: this.accessKeyId,
      secretAccessKey: this.secretAccessKey,
    };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
