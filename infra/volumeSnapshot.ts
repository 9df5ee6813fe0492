import { Snapshot } from "@pulumi/aws/ebs/snapshot.js";
import * as pulumi from "@pulumi/pulumi";

import { Component } from "./component.ts";
import type { Volume } from "./volume.ts";

/** Arguments of a `VolumeSnapshot`. */
export interface VolumeSnapshotArgs {
  /** Its tag `Name`: snapshots have no other name. */
  readonly snapshotName: string;
  readonly volume: Volume;
}

/** What a `VolumeSnapshot` hands over. */
export interface VolumeSnapshotOutputs {
  readonly snapshotId: string;
}

/** A snapshot of a volume, under the volume's key. Source: EBS User Guide, "How Amazon EBS encryption works". */
export class VolumeSnapshot extends Component<VolumeSnapshotOutputs> {
  readonly outputs: pulumi.Output<VolumeSnapshotOutputs>;
  readonly snapshotId: pulumi.Output<string>;

  constructor(name: string, args: VolumeSnapshotArgs, options?: pulumi.ComponentResourceOptions) {
    super("keylab:infra:VolumeSnapshot", name, {}, options);

    const snapshot = new Snapshot(
      name,
      { volumeId: args.volume.volumeId, tags: { Name: args.snapshotName } },
      { parent: this },
    );

    this.snapshotId = snapshot.id;
    const outputs = { snapshotId: this.snapshotId };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
