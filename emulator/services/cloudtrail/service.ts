import { jsonErrorCodes, type Service } from "../../service.ts";
import { addTags } from "./operations/addTags.ts";
import { createTrail } from "./operations/createTrail.ts";
import { deleteTrail } from "./operations/deleteTrail.ts";
import { describeTrails } from "./operations/describeTrails.ts";
import { getEventSelectors } from "./operations/getEventSelectors.ts";
import { getInsightSelectors } from "./operations/getInsightSelectors.ts";
import { getTrail } from "./operations/getTrail.ts";
import { getTrailStatus } from "./operations/getTrailStatus.ts";
import { listPublicKeys } from "./operations/listPublicKeys.ts";
import { listTags } from "./operations/listTags.ts";
import { listTrails } from "./operations/listTrails.ts";
import { lookupEvents } from "./operations/lookupEvents.ts";
import { putEventSelectors } from "./operations/putEventSelectors.ts";
import { removeTags } from "./operations/removeTags.ts";
import { startLogging } from "./operations/startLogging.ts";
import { stopLogging } from "./operations/stopLogging.ts";
import { updateTrail } from "./operations/updateTrail.ts";
import { tagging } from "./tagging.ts";

/** AWS CloudTrail: the event history, and trails. */
export const cloudtrail: Service = {
  name: "cloudtrail",
  eventSource: "cloudtrail.amazonaws.com",
  errorCodes: jsonErrorCodes,
  tagging,
  operations: [
    addTags,
    createTrail,
    deleteTrail,
    describeTrails,
    getEventSelectors,
    getInsightSelectors,
    getTrail,
    getTrailStatus,
    listPublicKeys,
    listTags,
    listTrails,
    lookupEvents,
    putEventSelectors,
    removeTags,
    startLogging,
    stopLogging,
    updateTrail,
  ],
};
