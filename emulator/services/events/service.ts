import { jsonErrorCodes, type Service } from "../../service.ts";
import { deleteRule } from "./operations/deleteRule.ts";
import { describeEventBus } from "./operations/describeEventBus.ts";
import { describeRule } from "./operations/describeRule.ts";
import { disableRule } from "./operations/disableRule.ts";
import { enableRule } from "./operations/enableRule.ts";
import { listEventBuses } from "./operations/listEventBuses.ts";
import { listRuleNamesByTarget } from "./operations/listRuleNamesByTarget.ts";
import { listRules } from "./operations/listRules.ts";
import { listTagsForResource } from "./operations/listTagsForResource.ts";
import { listTargetsByRule } from "./operations/listTargetsByRule.ts";
import { putEvents } from "./operations/putEvents.ts";
import { putRule } from "./operations/putRule.ts";
import { putTargets } from "./operations/putTargets.ts";
import { removeTargets } from "./operations/removeTargets.ts";
import { tagResource } from "./operations/tagResource.ts";
import { testEventPattern } from "./operations/testEventPattern.ts";
import { untagResource } from "./operations/untagResource.ts";
import { tagging } from "./tagging.ts";

/** Amazon EventBridge: rules on the default event bus. */
export const events: Service = {
  name: "events",
  eventSource: "events.amazonaws.com",
  errorCodes: jsonErrorCodes,
  tagging,
  operations: [
    deleteRule,
    describeEventBus,
    describeRule,
    disableRule,
    enableRule,
    listEventBuses,
    listRuleNamesByTarget,
    listRules,
    listTagsForResource,
    listTargetsByRule,
    putEvents,
    putRule,
    putTargets,
    removeTargets,
    tagResource,
    testEventPattern,
    untagResource,
  ],
};
