import { AwsError } from "../../../awsError.ts";
import type { ChecksumMembers } from "../checksums/checksum.ts";
import { statedChecksum } from "../checksums/statedChecksum.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import { unquoted } from "../unquoted.ts";
import { eTagOfPart } from "./eTagOfPart.ts";
import type { MultipartUpload, UploadedPart } from "./multipartUpload.ts";

/** A part as the request to complete an upload names it. */
interface NamedPart extends ChecksumMembers {
  readonly PartNumber?: number;
  readonly ETag?: string;
}

/** All parts but the last are at least this large. Source: S3 User Guide, "Amazon S3 multipart upload limits". */
const minimumPartBytes = 5 * 1024 * 1024;

/**
 * The parts that an upload is to be completed with. Throws `MalformedXML` for none, `InvalidPartOrder`, `InvalidPart`,
 * `EntityTooSmall`, and `InvalidRequest` where a part must state its checksum.
 * Source: S3 API Reference, CompleteMultipartUpload, "Errors".
 */
export function chosenParts(upload: MultipartUpload, named: readonly NamedPart[]): readonly UploadedPart[] {
  if (named.length === 0) throw malformedXml();
  const isInOrder = named.every(({ PartNumber = 0 }, index) => PartNumber > (named[index - 1]?.PartNumber ?? 0));
  if (!isInOrder) {
    throw new AwsError(
      "InvalidPartOrder",
      "The list of parts was not in ascending order. The parts list must be specified in order by part number.",
    );
  }
  const parts = named.map((part) => chosenPart(upload, part));
  const small = parts.slice(0, -1).find(({ size }) => size < minimumPartBytes);
  if (small) throw tooSmall(small);
  return parts;
}

function chosenPart({ parts, checksum }: MultipartUpload, named: NamedPart): UploadedPart {
  const part = parts.get(named.PartNumber ?? 0);
  const stated = statedChecksum(named);
  if (checksum?.type === "COMPOSITE" && stated === undefined) {
    throw new AwsError(
      "InvalidRequest",
      `The upload was created using a ${checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${named.PartNumber ?? 0} in the request.`,
    );
  }
  const isMeant =
    part &&
    unquoted(named.ETag ?? "") === unquoted(eTagOfPart(part)) &&
    (stated === undefined || (stated.algorithm === part.checksum.algorithm && stated.value === part.checksum.value));
  if (isMeant) return part;
  throw new AwsError(
    "InvalidPart",
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { members: { PartNumber: named.PartNumber, ETag: unquoted(named.ETag ?? "") } },
  );
}

function tooSmall(part: UploadedPart): AwsError {
  return new AwsError("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", {
    members: {
      ProposedSize: part.size,
      MinSizeAllowed: minimumPartBytes,
      PartNumber: part.number,
      ETag: unquoted(eTagOfPart(part)),
    },
  });
}
