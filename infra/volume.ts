import { Volume as EbsVolume } from "@pulumi/aws/ebs/volume.js";
import { getRegionOutput } from "@pulumi/aws/getRegion.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptionKey } from "./encryptionKey.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import { volumeSize } from "./rules/volumeSize.ts";

/** Arguments of a `Volume`. */
export interface VolumeArgs {
  /** Its tag `Name`: volumes have no other name. */
  readonly volumeName: string;
  /** In GiB. Default: 1. */
  readonly size?: number;
  /** The key that encrypts the volume: a symmetric encryption key. Default: it is not encrypted, unless the account encrypts by default. */
  readonly key?: EncryptionKey;
}

/** What a `Volume` hands over. */
export interface VolumeOutputs {
  readonly volumeId: string;
  readonly volumeName: string;
  readonly availabilityZone: string;
  /** The customer managed key, if there is one. */
  readonly keyArn?: string;
}

/**
 * An EBS volume of the type gp3, in the first availability zone of the region. Another key makes another volume: EBS changes no
 * volume's key. Source: EBS User Guide, "How Amazon EBS encryption works".
 */
export class Volume extends Component<VolumeOutputs> {
  readonly outputs: pulumi.Output<VolumeOutputs>;
  readonly volumeId: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: VolumeArgs, options?: pulumi.ComponentResourceOptions) {
    checkVolume(`Volume "${name}"`, args);
    super("keylab:infra:Volume", name, {}, options);

    const parent = { parent: this };
    const volume = new EbsVolume(
      name,
      {
        availabilityZone: pulumi.interpolate`${getRegionOutput({}, parent).region}a`,
        size: args.size ?? 1,
        type: "gp3",
        encrypted: args.key === undefined ? undefined : true,
        kmsKeyId: args.key?.arn,
        tags: { Name: args.volumeName },
      },
      parent,
    );

    this.volumeId = volume.id;
    const outputs = {
      volumeId: this.volumeId,
      volumeName: args.volumeName,
      availabilityZone: volume.availabilityZone,
      keyArn: args.key?.arn,
    };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of a `Volume`.
 *
 * @throws pulumi.RunError
 */
export function checkVolume(
  owner: string,
  args: { readonly size?: number; readonly key?: Pick<EncryptionKey, "keySpec"> },
): void {
  checkArgument(owner, "size", args.size, volumeSize);
  checkArgument(owner, "key", args.key?.keySpec, serviceKeySpec);
}
