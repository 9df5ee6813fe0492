import { DeleteVolumeCommand } from "@aws-sdk/client-ec2";
import { answer, type Action } from "../action.ts";

/** Deletes a volume that an attempt has made. Yields nothing. */
export function deleteVolume({ noted }: { readonly noted: string }): Action {
  return {
    operation: "ec2:DeleteVolume",
    attempt: `DeleteVolume ${noted}`,
    async perform(_deployed, session) {
      return answer(
        await session.ec2.send(new DeleteVolumeCommand({ VolumeId: session.notes.text(noted) })),
        undefined,
      );
    },
  };
}
