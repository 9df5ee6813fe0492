import { objectLock } from "../configurations/objectLock.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Tells whether versions in a bucket can be locked. Throws `ObjectLockConfigurationNotFoundError`. */
export const getObjectLockConfiguration = readConfiguration("GetObjectLockConfiguration", objectLock);
