import { jsonErrorCodes, type Service } from "../../service.ts";
import { getResources } from "./operations/getResources.ts";
import { getTagKeys } from "./operations/getTagKeys.ts";
import { getTagValues } from "./operations/getTagValues.ts";
import { tagResources } from "./operations/tagResources.ts";
import { untagResources } from "./operations/untagResources.ts";

/** AWS Resource Groups Tagging API: the tags of all services in one place. */
export const resourcegroupstaggingapi: Service = {
  name: "tagging",
  modelName: "resourcegroupstaggingapi",
  actionPrefix: "tag",
  eventSource: "tagging.amazonaws.com",
  errorCodes: { ...jsonErrorCodes, validation: "InvalidParameterException" },
  operations: [getResources, getTagKeys, getTagValues, tagResources, untagResources],
};
