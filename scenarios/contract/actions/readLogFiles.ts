import { gunzipSync } from "node:zlib";
import { GetObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { AuditTrailOutputs } from "../../../infra/auditTrail.ts";
import type { Action, Answer } from "../action.ts";
import { auditRecord, describeRecord, findRecord, type WantedRecord, type WithArn } from "../auditRecord.ts";
import type { Session } from "../session.ts";

/** Source: CloudTrail User Guide, "CloudTrail log file examples". */
const logFile = z.object({ Records: z.array(auditRecord) });

/**
 * Reads the files that a trail has delivered, which are compressed JSON, for a call of somebody. Yields the same as
 * `lookUpEvents`.
 */
export function readLogFiles<Trail extends string, By extends string, Key extends string = never>(
  trail: Trail,
  by: By,
  wanted: WantedRecord<Key>,
): Action<Record<Trail, AuditTrailOutputs> & Record<By | Key, WithArn>> {
  return {
    operation: "s3:GetObject",
    attempt: `GetObject files of ${trail}: ${describeRecord(by, wanted)}`,
    async perform(deployed, session) {
      const { bucketName } = deployed[trail];
      const keyArn = wanted.key && deployed[wanted.key].arn;
      let answered: Answer = { requestId: undefined, yielded: { found: false } };
      for (const fileName of await fileNames(session, bucketName)) {
        const file = await session.s3.send(new GetObjectCommand({ Bucket: bucketName, Key: fileName }));
        const text = gunzipSync((await file.Body?.transformToByteArray()) ?? new Uint8Array()).toString();
        const yielded = findRecord(logFile.parse(JSON.parse(text)).Records, deployed[by].arn, wanted, keyArn);
        answered = { requestId: file.$metadata.requestId, yielded };
        if (yielded.found) break;
      }
      return answered;
    },
  };
}

async function fileNames({ s3: client }: Session, bucketName: string): Promise<string[]> {
  const names: string[] = [];
  const pages = paginateListObjectsV2({ client }, { Bucket: bucketName, Prefix: "AWSLogs/" });
  for await (const { Contents = [] } of pages) names.push(...Contents.flatMap(({ Key }) => Key ?? []));
  return names.filter((name) => name.endsWith(".json.gz"));
}
