import { jsonErrorCodes, type Service } from "../../service.ts";
import { createFunction } from "./operations/createFunction.ts";
import { getFunction } from "./operations/getFunction.ts";
import { getFunctionConfiguration } from "./operations/getFunctionConfiguration.ts";
import { updateFunctionCode } from "./operations/updateFunctionCode.ts";
import { updateFunctionConfiguration } from "./operations/updateFunctionConfiguration.ts";
import { deleteFunction } from "./operations/deleteFunction.ts";
import { listFunctions } from "./operations/listFunctions.ts";
import { publishVersion } from "./operations/publishVersion.ts";
import { listVersionsByFunction } from "./operations/listVersionsByFunction.ts";
import { createAlias } from "./operations/createAlias.ts";
import { getAlias } from "./operations/getAlias.ts";
import { updateAlias } from "./operations/updateAlias.ts";
import { deleteAlias } from "./operations/deleteAlias.ts";
import { listAliases } from "./operations/listAliases.ts";
import { addPermission } from "./operations/addPermission.ts";
import { removePermission } from "./operations/removePermission.ts";
import { getPolicy } from "./operations/getPolicy.ts";
import { invoke } from "./operations/invoke.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";
import { listTags } from "./operations/listTags.ts";
import { getFunctionConcurrency } from "./operations/getFunctionConcurrency.ts";
import { putFunctionConcurrency } from "./operations/putFunctionConcurrency.ts";
import { deleteFunctionConcurrency } from "./operations/deleteFunctionConcurrency.ts";
import { getFunctionCodeSigningConfig } from "./operations/getFunctionCodeSigningConfig.ts";
import { getFunctionEventInvokeConfig } from "./operations/getFunctionEventInvokeConfig.ts";
import { putFunctionEventInvokeConfig } from "./operations/putFunctionEventInvokeConfig.ts";
import { updateFunctionEventInvokeConfig } from "./operations/updateFunctionEventInvokeConfig.ts";
import { deleteFunctionEventInvokeConfig } from "./operations/deleteFunctionEventInvokeConfig.ts";
import { listFunctionEventInvokeConfigs } from "./operations/listFunctionEventInvokeConfigs.ts";
import { getAccountSettings } from "./operations/getAccountSettings.ts";
import { tagging } from "./tagging.ts";

/** AWS Lambda. */
export const lambda: Service = {
  name: "lambda",
  eventSource: "lambda.amazonaws.com",
  errorCodes: { ...jsonErrorCodes, accessDeniedStatus: 403 },
  tagging,
  // Code and status as in the API model, the sentence as the issues of clients show it for all calls but Invoke.
  throttlingError: { code: "TooManyRequestsException", message: "Rate exceeded", status: 429 },
  operations: [
    createFunction,
    getFunction,
    getFunctionConfiguration,
    updateFunctionCode,
    updateFunctionConfiguration,
    deleteFunction,
    listFunctions,
    publishVersion,
    listVersionsByFunction,
    createAlias,
    getAlias,
    updateAlias,
    deleteAlias,
    listAliases,
    addPermission,
    removePermission,
    getPolicy,
    invoke,
    tagResource,
    untagResource,
    listTags,
    getFunctionConcurrency,
    putFunctionConcurrency,
    deleteFunctionConcurrency,
    getFunctionCodeSigningConfig,
    getFunctionEventInvokeConfig,
    putFunctionEventInvokeConfig,
    updateFunctionEventInvokeConfig,
    deleteFunctionEventInvokeConfig,
    listFunctionEventInvokeConfigs,
    getAccountSettings,
  ],
};
