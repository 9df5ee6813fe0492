/**
 * The condition keys of EventBridge. Rules here are managed by no service; what speaks of metadata, policies and raw events
 * belongs to operations that are not here, and is rightly missing from every request.
 * Source: Service Authorization Reference, Amazon EventBridge.
 */
export const eventsConditionKeys: readonly string[] = [
  "events:ContentFilterPresent",
  "events:creatorAccount",
  "events:detail-type",
  "events:detail.eventTypeCode",
  "events:detail.service",
  "events:detail.userIdentity.principalId",
  "events:eventBusInvocation",
  "events:EventBusArn",
  "events:ManagedBy",
  "events:PolicyName",
  "events:source",
  "events:SystemMetadata/AwsDetailType",
  "events:SystemMetadata/AwsSource",
  "events:SystemMetadata/ContentType",
  "events:TargetArn",
];
