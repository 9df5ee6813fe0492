import { queryErrorCodes, type Service } from "../../service.ts";
import { attachUserPolicy } from "./operations/attachUserPolicy.ts";
import { createAccessKey } from "./operations/createAccessKey.ts";
import { createUser } from "./operations/createUser.ts";
import { deleteAccessKey } from "./operations/deleteAccessKey.ts";
import { deleteUser } from "./operations/deleteUser.ts";
import { deleteUserPolicy } from "./operations/deleteUserPolicy.ts";
import { detachUserPolicy } from "./operations/detachUserPolicy.ts";
import { getAccessKeyLastUsed } from "./operations/getAccessKeyLastUsed.ts";
import { getUser } from "./operations/getUser.ts";
import { getUserPolicy } from "./operations/getUserPolicy.ts";
import { listAccessKeys } from "./operations/listAccessKeys.ts";
import { listAttachedUserPolicies } from "./operations/listAttachedUserPolicies.ts";
import { listUserPolicies } from "./operations/listUserPolicies.ts";
import { listUsers } from "./operations/listUsers.ts";
import { putUserPolicy } from "./operations/putUserPolicy.ts";
import { updateAccessKey } from "./operations/updateAccessKey.ts";
import { updateUser } from "./operations/updateUser.ts";

/** AWS Identity and Access Management. It is global: whatever region a request is signed for, it works on the account. */
export const iam: Service = {
  name: "iam",
  eventSource: "iam.amazonaws.com",
  errorCodes: queryErrorCodes,
  operations: [
    createUser,
    getUser,
    updateUser,
    deleteUser,
    listUsers,
    putUserPolicy,
    getUserPolicy,
    deleteUserPolicy,
    listUserPolicies,
    attachUserPolicy,
    detachUserPolicy,
    listAttachedUserPolicies,
    createAccessKey,
    updateAccessKey,
    deleteAccessKey,
    listAccessKeys,
    getAccessKeyLastUsed,
  ],
};
