/** Services whose commands the AWS CLI has under another name than the SDK's in small letters. */
const services: Readonly<Record<string, string>> = { CloudWatchLogs: "logs", EventBridge: "events", S3: "s3api" };

/** A service as the AWS CLI calls it: `kms`. */
export function cliService(service: string): string {
  return services[service] ?? service.toLowerCase();
}

/**
 * An operation or a member of its input as the AWS CLI calls it: `get-item` for `GetItem`.
 * Source: botocore, `xform_name`.
 */
export function cliName(name: string): string {
  return name
    .replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replaceAll(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
