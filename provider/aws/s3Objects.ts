import {
  DeleteObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  ServerSideEncryption,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import { ProviderError } from "../errors.ts";
import type { Failure } from "../errors.ts";
import { region, tags, tagsAll } from "../resource.ts";
import type { Definition, Parsed } from "../resource.ts";
import { archive, asset, bytesOf, isAsset, zipOf } from "./assets.ts";
import type { Aws } from "./aws.ts";
import { deleteVersions } from "./deleteVersions.ts";
import { ifExists, required } from "./errors.ts";
import { sameKey } from "./keyId.ts";
import { tagMap } from "./tags.ts";

const text = z.string().optional();

const inputs = {
  bucket: z.string(),
  bucketKeyEnabled: z.boolean().optional(),
  cacheControl: text,
  content: text,
  contentBase64: z.base64().optional(),
  contentDisposition: text,
  contentEncoding: text,
  contentLanguage: text,
  contentType: text,
  key: z.string().min(1).max(1024),
  kmsKeyId: text,
  metadata: z.record(z.string().regex(/^[^A-Z]*$/, "must have no capital letters"), z.string()).optional(),
  region,
  serverSideEncryption: z.enum(ServerSideEncryption).optional(),
  source: z.union([asset, archive]).optional(),
  sourceHash: text,
  tags,
};

const outputs = { arn: z.string(), etag: z.string(), storageClass: z.string(), tagsAll, versionId: z.string() };

/**
 * An object of S3 with content from the program or its files, whichever of its two resource types names it. Its id is `<bucket>/<key>`.
 * What it holds is not read back: its `etag` tells whether it has changed. It is deleted with all its versions.
 */
export function objectDefinition(
  token: string,
  unsupported: readonly string[],
): Definition<typeof inputs, typeof outputs> {
  return {
    token,
    inputs,
    outputs,
    unsupported,
    replaceOnChanges: ["bucket", "key", "region"],
    computed: ["bucketKeyEnabled", "contentType", "kmsKeyId", "region", "serverSideEncryption"],
    same: { kmsKeyId: sameKey },
    check: checkContent,
    create: async (aws, wanted) => {
      await putObject(aws, wanted);
      return { id: `${wanted.bucket}/${wanted.key}` };
    },
    read: readObject,
    update: (aws, _id, _current, wanted) => putObject(aws, wanted),
    delete: (aws, id, { versionId }) => ifExists(deleteObject(aws, placeOf(id), versionId !== "")),
  };
}

function checkContent({ content, contentBase64, source }: Parsed<typeof inputs>): readonly Failure[] {
  const given = [content, contentBase64, source].filter((one) => one !== undefined);
  return given.length > 1
    ? [{ property: "content", reason: "content, contentBase64 and source exclude each other" }]
    : [];
}

function bodyOf({ content = "", contentBase64, source }: Parsed<typeof inputs>): Uint8Array {
  if (source !== undefined) {
    return isAsset(source) ? bytesOf(source) : zipOf(source);
  }
  return contentBase64 === undefined ? Buffer.from(content) : Buffer.from(contentBase64, "base64");
}

async function putObject(aws: Aws, wanted: Parsed<typeof inputs>): Promise<void> {
  const { tags: wantedTags = {} } = wanted;
  const command = new PutObjectCommand({
    Bucket: wanted.bucket,
    Key: wanted.key,
    Body: bodyOf(wanted),
    BucketKeyEnabled: wanted.bucketKeyEnabled,
    CacheControl: wanted.cacheControl,
    ContentDisposition: wanted.contentDisposition,
    ContentEncoding: wanted.contentEncoding,
    ContentLanguage: wanted.contentLanguage,
    ContentType: wanted.contentType,
    Metadata: wanted.metadata,
    // A key alone means KMS, as in the official provider.
    ServerSideEncryption: wanted.serverSideEncryption ?? (wanted.kmsKeyId === undefined ? undefined : "aws:kms"),
    SSEKMSKeyId: wanted.kmsKeyId,
    Tagging: Object.keys(wantedTags).length > 0 ? new URLSearchParams(wantedTags).toString() : undefined,
  });
  await aws.s3.send(command);
}

async function readObject(aws: Aws, id: string) {
  const place = placeOf(id);
  const found = await ifExists(aws.s3.send(new HeadObjectCommand(place)));
  if (found === undefined) {
    return undefined;
  }
  const allTags = tagMap((await aws.s3.send(new GetObjectTaggingCommand(place))).TagSet);
  return {
    arn: `arn:aws:s3:::${id}`,
    bucket: place.Bucket,
    bucketKeyEnabled: found.BucketKeyEnabled ?? false,
    cacheControl: found.CacheControl,
    contentDisposition: found.ContentDisposition,
    contentEncoding: found.ContentEncoding,
    contentLanguage: found.ContentLanguage,
    contentType: found.ContentType,
    etag: required(found.ETag, "ETag").replaceAll('"', ""),
    key: place.Key,
    kmsKeyId: found.SSEKMSKeyId,
    metadata: found.Metadata,
    region: aws.region,
    serverSideEncryption: found.ServerSideEncryption,
    // S3 tells every class but this one (API reference of HeadObject).
    storageClass: found.StorageClass ?? "STANDARD",
    tags: allTags,
    tagsAll: allTags,
    versionId: found.VersionId ?? "",
  };
}

async function deleteObject(aws: Aws, place: Place, hasVersions: boolean): Promise<void> {
  if (hasVersions) {
    await deleteVersions(aws, place.Bucket, place.Key);
  } else {
    await aws.s3.send(new DeleteObjectCommand(place));
  }
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

function placeOf(id: string): Place {
  const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(id) ?? [];
  if (bucket === undefined || key === undefined) {
    throw new ProviderError(`${id} names no object; an object is named <bucket>/<key>`);
  }
  return { Bucket: bucket, Key: key };
}
