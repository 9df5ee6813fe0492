import { bytesMember, madeUpText } from "../recordedBytes.ts";
import type { RecordedCommand } from "../scenarioRecord.ts";

/**
 * Whether a command can be given to the AWS CLI: one that is sent once, with nothing that only the run knew. Bytes within a document
 * are left out, as the versions of the AWS CLI disagree on how they are written.
 * Source: AWS CLI User Guide, "Migrating from version 1 to version 2", on binary parameters.
 */
export function isWritable({ input, times = 1 }: RecordedCommand): boolean {
  if (times > 1) return false;
  return Object.values(input).every((value) => {
    const text = JSON.stringify(value);
    return !text.includes(madeUpText) && text.lastIndexOf(`"${bytesMember}"`) <= 1;
  });
}
