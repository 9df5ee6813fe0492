import type { Service } from "../service.ts";
import { cloudtrail } from "./cloudtrail/service.ts";
import { cloudwatch } from "./cloudwatch/service.ts";
import { dynamodb } from "./dynamodb/service.ts";
import { ec2 } from "./ec2/service.ts";
import { events } from "./events/service.ts";
import { iam } from "./iam/service.ts";
import { kms } from "./kms/service.ts";
import { lambda } from "./lambda/service.ts";
import { logs } from "./logs/service.ts";
import { resourcegroupstaggingapi } from "./resourcegroupstaggingapi/service.ts";
import { s3 } from "./s3/service.ts";
import { secretsmanager } from "./secretsmanager/service.ts";
import { sts } from "./sts/service.ts";

/** Every service of the embedded AWS. */
export const services: readonly Service[] = [
  cloudtrail,
  cloudwatch,
  dynamodb,
  ec2,
  events,
  iam,
  kms,
  lambda,
  logs,
  resourcegroupstaggingapi,
  s3,
  secretsmanager,
  sts,
];
