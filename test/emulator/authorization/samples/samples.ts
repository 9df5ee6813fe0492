import { cloudtrailSamples } from "./cloudtrailSamples.ts";
import { dynamodbSamples } from "./dynamodbSamples.ts";
import { ec2Samples } from "./ec2Samples.ts";
import { iamSamples } from "./iamSamples.ts";
import { kmsSamples } from "./kmsSamples.ts";
import { resourcegroupstaggingapiSamples } from "./resourcegroupstaggingapiSamples.ts";
import { lambdaSamples } from "./lambdaSamples.ts";
import { eventsSamples } from "./eventsSamples.ts";
import { logsSamples } from "./logsSamples.ts";
import { cloudwatchSamples } from "./cloudwatchSamples.ts";
import { s3Samples } from "./s3Samples.ts";
import { secretsmanagerSamples } from "./secretsmanagerSamples.ts";
import type { ServiceSamples } from "./serviceSamples.ts";
import { stsSamples } from "./stsSamples.ts";

/** In the order in which they are made: IAM's role is the grantee of the key's grant. */
export const samples: readonly ServiceSamples[] = [
  iamSamples,
  kmsSamples,
  dynamodbSamples,
  ec2Samples,
  s3Samples,
  secretsmanagerSamples,
  lambdaSamples,
  stsSamples,
  cloudtrailSamples,
  cloudwatchSamples,
  logsSamples,
  eventsSamples,
  resourcegroupstaggingapiSamples,
];
