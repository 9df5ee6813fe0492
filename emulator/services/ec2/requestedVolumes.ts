import type { Filter } from "@aws-sdk/client-ec2";
import type { CallContext } from "../../callContext.ts";
import { filteredByTags, type FilterFields } from "./filters.ts";
import { findVolume } from "./findVolume.ts";
import type { Volume } from "./volume.ts";

/** Which volumes a request asks for. */
interface VolumesRequest {
  readonly VolumeIds?: readonly string[];
  readonly Filters?: readonly Filter[];
}

/** The volumes that a request asks for. Throws InvalidVolume.NotFound for an id of none, and InvalidParameterValue. */
export function requestedVolumes(context: CallContext, { VolumeIds = [], Filters }: VolumesRequest): Volume[] {
  const all = VolumeIds.length > 0 ? VolumeIds.map((id) => findVolume(context, id)) : context.state.ec2.volumes();
  return filteredByTags(all, Filters, fieldsAt(context.now));
}

function fieldsAt(now: Date): FilterFields<Volume> {
  return {
    "availability-zone": ({ zone }) => zone.name,
    "availability-zone-id": ({ zone }) => zone.id,
    "create-time": ({ createdAt }) => createdAt.toISOString(),
    encrypted: ({ encryption }) => String(encryption !== undefined),
    "multi-attach-enabled": ({ settings }) => String(settings.isMultiAttach),
    size: ({ settings }) => String(settings.size),
    "snapshot-id": ({ snapshotId }) => snapshotId,
    status: (volume) => volume.state(now),
    "volume-id": ({ id }) => id,
    "volume-type": ({ settings }) => settings.type,
    // Of attachments, which there are none of.
    "attachment.attach-time": () => [],
    "attachment.delete-on-termination": () => [],
    "attachment.device": () => [],
    "attachment.instance-id": () => [],
    "attachment.status": () => [],
  };
}
