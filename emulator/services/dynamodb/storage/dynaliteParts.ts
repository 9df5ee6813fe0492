/**
 * The parts of dynalite that are used. They take a moment to load, so that this file is imported when the first table is
 * made. It imports nothing of ours, and must not: a loader may give a module that is imported later a second identity.
 */
export { default as batchGetItem } from "dynalite/actions/batchGetItem.js";
export { default as batchWriteItem } from "dynalite/actions/batchWriteItem.js";
export { default as deleteItem } from "dynalite/actions/deleteItem.js";
export { default as getItem } from "dynalite/actions/getItem.js";
export { default as putItem } from "dynalite/actions/putItem.js";
export { default as query } from "dynalite/actions/query.js";
export { default as scan } from "dynalite/actions/scan.js";
export { default as updateItem } from "dynalite/actions/updateItem.js";
export { default as database } from "dynalite/db/index.js";
export { default as batchGetItemRules } from "dynalite/validations/batchGetItem.js";
export { default as batchWriteItemRules } from "dynalite/validations/batchWriteItem.js";
export { default as createTableRules } from "dynalite/validations/createTable.js";
export { default as deleteItemRules } from "dynalite/validations/deleteItem.js";
export { default as getItemRules } from "dynalite/validations/getItem.js";
export { default as validations } from "dynalite/validations/index.js";
export { default as putItemRules } from "dynalite/validations/putItem.js";
export { default as queryRules } from "dynalite/validations/query.js";
export { default as scanRules } from "dynalite/validations/scan.js";
export { default as updateItemRules } from "dynalite/validations/updateItem.js";
