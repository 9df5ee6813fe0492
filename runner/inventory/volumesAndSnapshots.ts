import { paginateDescribeSnapshots, paginateDescribeVolumes, type Tag } from "@aws-sdk/client-ec2";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Volumes of EBS that are not on their way out, and snapshots; by id, and by name where they have one. */
export async function volumesAndSnapshots(session: Session): Promise<string[]> {
  const lists = await Promise.all([volumes(session), snapshots(session)]);
  return lists.flat();
}

async function volumes({ ec2: client }: Session): Promise<string[]> {
  return collect(paginateDescribeVolumes({ client }, {}), (page) =>
    page.Volumes?.map(({ VolumeId, State, Tags }) =>
      State === "deleting" ? undefined : `volume/${named(VolumeId, Tags)}`,
    ),
  );
}

async function snapshots({ ec2: client }: Session): Promise<string[]> {
  return collect(paginateDescribeSnapshots({ client }, { OwnerIds: ["self"] }), (page) =>
    page.Snapshots?.map(({ SnapshotId, Tags }) => `snapshot/${named(SnapshotId, Tags)}`),
  );
}

/** The id tells nothing of the run: the name in the tag `Name` does. */
function named(id = "", tags: readonly Tag[] = []): string {
  return [id, tags.find(({ Key }) => Key === "Name")?.Value].filter(Boolean).join(" ");
}
