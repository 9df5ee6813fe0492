import { paginateListBuckets } from "@aws-sdk/client-s3";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Buckets, by name. */
export async function buckets({ s3: client }: Session): Promise<string[]> {
  return collect(paginateListBuckets({ client }, {}), (page) =>
    page.Buckets?.map(({ Name }) => Name && `bucket/${Name}`),
  );
}
